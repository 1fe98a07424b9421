/** Mail to people: what they must answer, their week, and what has become of their webhooks. */
@NullMarked
package io.guildhall.feed.mail;

import org.jspecify.annotations.NullMarked;
