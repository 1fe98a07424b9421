/** The feed-service as a program. */
@NullMarked
package io.guildhall.feed;

import org.jspecify.annotations.NullMarked;
