/** A playbook as a folder of Markdown files that people keep in Git, carry elsewhere and bring back. */
@NullMarked
package io.guildhall.cop.folders;

import org.jspecify.annotations.NullMarked;
