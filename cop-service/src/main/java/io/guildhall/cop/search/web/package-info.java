/** The search over HTTP. */
@NullMarked
package io.guildhall.cop.search.web;

import org.jspecify.annotations.NullMarked;
