/** What the log hears from Kafka. */
@NullMarked
package io.guildhall.feed.log.kafka;

import org.jspecify.annotations.NullMarked;
