/** What the teams plan to build, when, for which outcome, and whom they need for it. */
@NullMarked
package io.guildhall.roadmap.features;

import org.jspecify.annotations.NullMarked;
