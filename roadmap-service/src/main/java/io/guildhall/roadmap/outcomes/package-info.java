/** Outcomes of a quarter, their key results, and what is known to endanger them. */
@NullMarked
package io.guildhall.roadmap.outcomes;

import org.jspecify.annotations.NullMarked;
