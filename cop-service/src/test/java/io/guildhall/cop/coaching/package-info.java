/** Tests of the coaching questions. */
@NullMarked
package io.guildhall.cop.coaching;

import org.jspecify.annotations.NullMarked;
