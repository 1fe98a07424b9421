/** Webhooks over HTTP. */
@NullMarked
package io.guildhall.feed.webhook.web;

import org.jspecify.annotations.NullMarked;
