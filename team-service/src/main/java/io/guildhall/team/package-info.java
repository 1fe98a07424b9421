/** The team-service as a program. */
@NullMarked
package io.guildhall.team;

import org.jspecify.annotations.NullMarked;
