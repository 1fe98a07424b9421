/** Ideas over HTTP. */
@NullMarked
package io.guildhall.cop.ideas.web;

import org.jspecify.annotations.NullMarked;
