/** Tests of playbooks as folders. */
@NullMarked
package io.guildhall.cop.folders;

import org.jspecify.annotations.NullMarked;
