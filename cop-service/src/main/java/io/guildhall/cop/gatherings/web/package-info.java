/** Gatherings over HTTP. */
@NullMarked
package io.guildhall.cop.gatherings.web;

import org.jspecify.annotations.NullMarked;
