/** Requests to addresses that somebody typed: they may reach nothing inside, and hold up nobody. */
@NullMarked
package io.guildhall.feed.outgoing;

import org.jspecify.annotations.NullMarked;
