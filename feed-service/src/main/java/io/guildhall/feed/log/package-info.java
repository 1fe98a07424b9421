/** Everything that the other services have published, in one order. */
@NullMarked
package io.guildhall.feed.log;

import org.jspecify.annotations.NullMarked;
