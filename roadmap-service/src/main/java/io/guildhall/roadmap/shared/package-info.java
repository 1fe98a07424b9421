/** The words that more than one feature of the roadmap speaks: ids, quarters and the sprint calendar. */
@NullMarked
package io.guildhall.roadmap.shared;

import org.jspecify.annotations.NullMarked;
