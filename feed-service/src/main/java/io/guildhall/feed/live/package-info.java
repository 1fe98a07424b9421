/** What has just changed, kept for a moment in memory so that a reader who was away can go on where it stopped. */
@NullMarked
package io.guildhall.feed.live;

import org.jspecify.annotations.NullMarked;
