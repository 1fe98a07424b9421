/** Proposed changes over HTTP. */
@NullMarked
package io.guildhall.cop.changes.web;

import org.jspecify.annotations.NullMarked;
