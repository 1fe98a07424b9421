/** Tests of files. */
@NullMarked
package io.guildhall.cop.files;

import org.jspecify.annotations.NullMarked;
