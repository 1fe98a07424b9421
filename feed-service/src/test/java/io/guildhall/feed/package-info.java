/** Tests of the feed-service as a whole. */
@NullMarked
package io.guildhall.feed;

import org.jspecify.annotations.NullMarked;
