/** The HTTP side of the organization. */
@NullMarked
package io.guildhall.team.organization.web;

import org.jspecify.annotations.NullMarked;
