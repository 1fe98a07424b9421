/** Communities of practice: who learns together, when they meet and what they have written down. */
@NullMarked
package io.guildhall.cop;

import org.jspecify.annotations.NullMarked;
