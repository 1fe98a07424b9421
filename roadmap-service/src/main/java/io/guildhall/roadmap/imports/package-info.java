/** Takes features over from the tracker in which teams keep them already, with what they need of other teams. */
@NullMarked
package io.guildhall.roadmap.imports;

import org.jspecify.annotations.NullMarked;
