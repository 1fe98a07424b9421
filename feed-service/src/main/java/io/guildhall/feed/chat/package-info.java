/** Chat channels: what happens to a unit, told in its chat without flooding it. */
@NullMarked
package io.guildhall.feed.chat;

import org.jspecify.annotations.NullMarked;
