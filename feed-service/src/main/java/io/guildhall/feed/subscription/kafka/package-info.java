/** Hears from the other services what has a day. */
@NullMarked
package io.guildhall.feed.subscription.kafka;

import org.jspecify.annotations.NullMarked;
