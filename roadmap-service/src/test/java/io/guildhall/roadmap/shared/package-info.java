/** Tests of the shared words. */
@NullMarked
package io.guildhall.roadmap.shared;

import org.jspecify.annotations.NullMarked;
