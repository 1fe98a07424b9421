/** The import of communities and their meetings over HTTP. */
@NullMarked
package io.guildhall.cop.imports.web;

import org.jspecify.annotations.NullMarked;
