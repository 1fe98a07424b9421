/** Addresses that show a feed reader or a calendar what their owner may see, without a sign-in. */
@NullMarked
package io.guildhall.feed.subscription;

import org.jspecify.annotations.NullMarked;
