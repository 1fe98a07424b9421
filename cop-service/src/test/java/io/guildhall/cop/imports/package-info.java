/** Tests of taking communities over. */
@NullMarked
package io.guildhall.cop.imports;

import org.jspecify.annotations.NullMarked;
