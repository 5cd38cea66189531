/** Images in files of a directory. */
@NullMarked
package io.glance.store.file;

import org.jspecify.annotations.NullMarked;
