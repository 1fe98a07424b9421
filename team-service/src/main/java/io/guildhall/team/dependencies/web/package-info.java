/** The HTTP side of dependencies. */
@NullMarked
package io.guildhall.team.dependencies.web;

import org.jspecify.annotations.NullMarked;
