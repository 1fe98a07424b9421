/** What people want to hear of, each by their own choice. */
@NullMarked
package io.guildhall.feed.follow;

import org.jspecify.annotations.NullMarked;
