/** What a service does from time to time, although nothing happens. */
@NullMarked
package io.guildhall.platform.schedule;

import org.jspecify.annotations.NullMarked;
