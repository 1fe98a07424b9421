/** Findings over HTTP. */
@NullMarked
package io.guildhall.cop.findings.web;

import org.jspecify.annotations.NullMarked;
