@NullMarked
package io.guildhall.feed.follow;

import org.jspecify.annotations.NullMarked;
