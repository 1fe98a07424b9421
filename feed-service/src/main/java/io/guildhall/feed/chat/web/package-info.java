/** Chat channels over HTTP. */
@NullMarked
package io.guildhall.feed.chat.web;

import org.jspecify.annotations.NullMarked;
