/** The stream of changes over HTTP, to many readers on few threads. */
@NullMarked
package io.guildhall.feed.stream.web;

import org.jspecify.annotations.NullMarked;
