/** The way of a command and of an event, on a real store and broker. */
@NullMarked
package io.guildhall.platform.spine;

import org.jspecify.annotations.NullMarked;
