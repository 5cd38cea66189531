/** Flavor oidc: bearer tokens of an OpenID provider, checked by quarkus-oidc. */
@NullMarked
package io.glance.api.auth.oidc;

import org.jspecify.annotations.NullMarked;
