/** The catalogue of options: every option of every section, declared once. */
@NullMarked
package io.glance.kit.config.option;

import org.jspecify.annotations.NullMarked;
