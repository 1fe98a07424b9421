/** How events that were stored with their aggregate reach Kafka, whoever has to be the one to send them. */
@NullMarked
package io.guildhall.platform.outbox;

import org.jspecify.annotations.NullMarked;
