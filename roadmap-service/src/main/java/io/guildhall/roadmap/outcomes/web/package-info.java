/** Outcomes, their assessment and the roadmap as a grid, over HTTP. */
@NullMarked
package io.guildhall.roadmap.outcomes.web;

import org.jspecify.annotations.NullMarked;
