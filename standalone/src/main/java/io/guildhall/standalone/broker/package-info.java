/** The embedded event log: a real Kafka broker inside this process, with its log beside the store. */
@NullMarked
package io.guildhall.standalone.broker;

import org.jspecify.annotations.NullMarked;
