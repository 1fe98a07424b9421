@NullMarked
package io.guildhall.feed.connections;

import org.jspecify.annotations.NullMarked;
