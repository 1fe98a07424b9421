/** The boards over HTTP. */
@NullMarked
package io.guildhall.team.boards.web;

import org.jspecify.annotations.NullMarked;
