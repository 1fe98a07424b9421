/** Who learns together, why, and when they meet. */
@NullMarked
package io.guildhall.cop.communities;

import org.jspecify.annotations.NullMarked;
