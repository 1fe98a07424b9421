/** Files over HTTP. */
@NullMarked
package io.guildhall.cop.files.web;

import org.jspecify.annotations.NullMarked;
