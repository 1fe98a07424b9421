/** Tests of the roadmap-service as a whole. */
@NullMarked
package io.guildhall.roadmap;

import org.jspecify.annotations.NullMarked;
