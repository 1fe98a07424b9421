/** Tests of the cop-service as a whole. */
@NullMarked
package io.guildhall.cop;

import org.jspecify.annotations.NullMarked;
