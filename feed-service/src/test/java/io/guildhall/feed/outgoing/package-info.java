/** Addresses as somebody might try them. */
@NullMarked
package io.guildhall.feed.outgoing;

import org.jspecify.annotations.NullMarked;
