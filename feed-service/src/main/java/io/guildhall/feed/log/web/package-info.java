/** The log over HTTP. */
@NullMarked
package io.guildhall.feed.log.web;

import org.jspecify.annotations.NullMarked;
