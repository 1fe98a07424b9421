/** Mail, as those who get it see it. */
@NullMarked
package io.guildhall.feed.mail;

import org.jspecify.annotations.NullMarked;
