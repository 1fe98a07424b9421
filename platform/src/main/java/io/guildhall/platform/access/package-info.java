/** Who may do what and see what, derived from the units, roles and people that the organization publishes. */
@NullMarked
package io.guildhall.platform.access;

import org.jspecify.annotations.NullMarked;
