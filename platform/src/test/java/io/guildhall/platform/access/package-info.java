/** Tests of who may do and see what. */
@NullMarked
package io.guildhall.platform.access;

import org.jspecify.annotations.NullMarked;
