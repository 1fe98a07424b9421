/** What one follows, over HTTP. */
@NullMarked
package io.guildhall.feed.follow.web;

import org.jspecify.annotations.NullMarked;
