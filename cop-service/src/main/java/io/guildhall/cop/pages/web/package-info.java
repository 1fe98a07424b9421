/** Playbook pages over HTTP. */
@NullMarked
package io.guildhall.cop.pages.web;

import org.jspecify.annotations.NullMarked;
