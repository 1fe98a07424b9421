/** Tests of playbook pages. */
@NullMarked
package io.guildhall.cop.pages;

import org.jspecify.annotations.NullMarked;
