/** Subscriptions and what they show over HTTP, as Atom and iCalendar. */
@NullMarked
package io.guildhall.feed.subscription.web;

import org.jspecify.annotations.NullMarked;
