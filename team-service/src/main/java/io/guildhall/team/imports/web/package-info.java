/** The catalog import over HTTP. */
@NullMarked
package io.guildhall.team.imports.web;

import org.jspecify.annotations.NullMarked;
