/** The HTTP side of impediments. */
@NullMarked
package io.guildhall.team.impediments.web;

import org.jspecify.annotations.NullMarked;
