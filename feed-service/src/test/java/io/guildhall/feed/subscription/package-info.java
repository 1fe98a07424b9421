/** Tests of what subscriptions show. */
@NullMarked
package io.guildhall.feed.subscription;

import org.jspecify.annotations.NullMarked;
