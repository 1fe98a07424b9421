/** Coaching questions: one open question at its moment, to whoever reads it; it expects no answer. */
@NullMarked
package io.guildhall.cop.coaching;

import org.jspecify.annotations.NullMarked;
