/** Tests of the decision log. */
@NullMarked
package io.guildhall.roadmap.decisions;

import org.jspecify.annotations.NullMarked;
