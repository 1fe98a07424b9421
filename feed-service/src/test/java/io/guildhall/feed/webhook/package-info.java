/** Webhooks, as those who receive them see them. */
@NullMarked
package io.guildhall.feed.webhook;

import org.jspecify.annotations.NullMarked;
