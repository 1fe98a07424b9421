/** Chat channels, as those who read a chat see them. */
@NullMarked
package io.guildhall.feed.chat;

import org.jspecify.annotations.NullMarked;
