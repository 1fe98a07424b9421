/** The playbook: what a community has written down, who answers for it and until when it holds. */
@NullMarked
package io.guildhall.cop.pages;

import org.jspecify.annotations.NullMarked;
