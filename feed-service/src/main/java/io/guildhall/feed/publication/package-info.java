/** How far the log has been told to readers of whom nobody knows who they are. */
@NullMarked
package io.guildhall.feed.publication;

import org.jspecify.annotations.NullMarked;
