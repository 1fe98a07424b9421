/** Tests of the live stream. */
@NullMarked
package io.guildhall.feed.live;

import org.jspecify.annotations.NullMarked;
