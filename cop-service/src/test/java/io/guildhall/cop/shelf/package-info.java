/** Tests of the starter shelf. */
@NullMarked
package io.guildhall.cop.shelf;

import org.jspecify.annotations.NullMarked;
