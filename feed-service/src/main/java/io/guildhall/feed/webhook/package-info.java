/** Webhooks: what the event log tells, sent to the addresses that people give, as often as it takes. */
@NullMarked
package io.guildhall.feed.webhook;

import org.jspecify.annotations.NullMarked;
