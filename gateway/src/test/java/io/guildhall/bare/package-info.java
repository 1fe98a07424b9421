/** A gateway with nothing of Guildhall, to measure beside; outside Guildhall's packages so that they do not scan it. */
@NullMarked
package io.guildhall.bare;

import org.jspecify.annotations.NullMarked;
