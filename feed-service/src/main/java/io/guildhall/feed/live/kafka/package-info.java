/** Follows the topics whose changes are shown. */
@NullMarked
package io.guildhall.feed.live.kafka;

import org.jspecify.annotations.NullMarked;
