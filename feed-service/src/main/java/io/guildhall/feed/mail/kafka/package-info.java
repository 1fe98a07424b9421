/** Hears from the other services what is to be decided. */
@NullMarked
package io.guildhall.feed.mail.kafka;

import org.jspecify.annotations.NullMarked;
