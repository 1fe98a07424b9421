/** Coaching questions over HTTP. */
@NullMarked
package io.guildhall.cop.coaching.web;

import org.jspecify.annotations.NullMarked;
