/** Tests of outcomes and their assessment. */
@NullMarked
package io.guildhall.roadmap.outcomes;

import org.jspecify.annotations.NullMarked;
