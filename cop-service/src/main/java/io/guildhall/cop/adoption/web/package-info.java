/** Adoption over HTTP. */
@NullMarked
package io.guildhall.cop.adoption.web;

import org.jspecify.annotations.NullMarked;
