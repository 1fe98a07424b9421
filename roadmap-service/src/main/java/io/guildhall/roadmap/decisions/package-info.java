/** The decision log: what was decided, why, by whom, and what it replaced. */
@NullMarked
package io.guildhall.roadmap.decisions;

import org.jspecify.annotations.NullMarked;
