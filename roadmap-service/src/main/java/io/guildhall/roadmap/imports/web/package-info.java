/** The import of features over HTTP. */
@NullMarked
package io.guildhall.roadmap.imports.web;

import org.jspecify.annotations.NullMarked;
