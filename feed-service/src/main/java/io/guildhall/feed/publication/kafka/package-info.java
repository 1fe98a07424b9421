/** The public topics of Kafka. */
@NullMarked
package io.guildhall.feed.publication.kafka;

import org.jspecify.annotations.NullMarked;
