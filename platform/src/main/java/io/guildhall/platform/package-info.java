/** What every service shares; it names nothing in the domain. */
@NullMarked
package io.guildhall.platform;

import org.jspecify.annotations.NullMarked;
