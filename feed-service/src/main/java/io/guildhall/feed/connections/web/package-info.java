/** Connections over HTTP. */
@NullMarked
package io.guildhall.feed.connections.web;

import org.jspecify.annotations.NullMarked;
