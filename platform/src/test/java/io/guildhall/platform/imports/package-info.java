/** Files as people, and others, really give them. */
@NullMarked
package io.guildhall.platform.imports;

import org.jspecify.annotations.NullMarked;
