/** Tests of how subscriptions put it. */
@NullMarked
package io.guildhall.feed.subscription.web;

import org.jspecify.annotations.NullMarked;
