/** The roadmap-service as a program. */
@NullMarked
package io.guildhall.roadmap;

import org.jspecify.annotations.NullMarked;
