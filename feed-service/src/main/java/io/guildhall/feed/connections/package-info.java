/** What goes into the feeds and out of them, for those who see to it that it goes on. */
@NullMarked
package io.guildhall.feed.connections;

import org.jspecify.annotations.NullMarked;
