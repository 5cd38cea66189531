/** What the tests of glance-api share: a registry in memory, settings, callers. */
package io.glance.api.testing;
