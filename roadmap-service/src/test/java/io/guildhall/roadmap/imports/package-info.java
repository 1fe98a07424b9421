/** An export taken over as trackers write it. */
@NullMarked
package io.guildhall.roadmap.imports;

import org.jspecify.annotations.NullMarked;
