/** The decision log over HTTP. */
@NullMarked
package io.guildhall.roadmap.decisions.web;

import org.jspecify.annotations.NullMarked;
