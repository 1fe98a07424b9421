/** Tests of decision trees. */
@NullMarked
package io.guildhall.cop.trees;

import org.jspecify.annotations.NullMarked;
