/** What happens when a community meets: agenda, notes, actions and how many were there. */
@NullMarked
package io.guildhall.cop.gatherings;

import org.jspecify.annotations.NullMarked;
