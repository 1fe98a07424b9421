/** Tests of the organization. */
@NullMarked
package io.guildhall.team.organization;

import org.jspecify.annotations.NullMarked;
