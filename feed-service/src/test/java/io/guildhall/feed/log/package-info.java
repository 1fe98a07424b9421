@NullMarked
package io.guildhall.feed.log;

import org.jspecify.annotations.NullMarked;
