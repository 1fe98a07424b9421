/** Tests of adoption. */
@NullMarked
package io.guildhall.cop.adoption;

import org.jspecify.annotations.NullMarked;
