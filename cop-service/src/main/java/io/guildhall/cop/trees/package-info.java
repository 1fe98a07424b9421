/** Decision trees: questions that a community leads others through, what came of them, and how often each end is reached. */
@NullMarked
package io.guildhall.cop.trees;

import org.jspecify.annotations.NullMarked;
