/** The product goal over HTTP. */
@NullMarked
package io.guildhall.roadmap.goal.web;

import org.jspecify.annotations.NullMarked;
