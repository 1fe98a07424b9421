/** Tests of the live stream. */
@NullMarked
package io.guildhall.feed.stream;

import org.jspecify.annotations.NullMarked;
