/** Tests of findings. */
@NullMarked
package io.guildhall.cop.findings;

import org.jspecify.annotations.NullMarked;
