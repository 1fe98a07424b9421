/** What is mailed to oneself over HTTP, and the way to end it from a mail. */
@NullMarked
package io.guildhall.feed.mail.web;

import org.jspecify.annotations.NullMarked;
