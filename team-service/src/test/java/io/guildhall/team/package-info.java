/** Tests of the team-service as a whole. */
@NullMarked
package io.guildhall.team;

import org.jspecify.annotations.NullMarked;
