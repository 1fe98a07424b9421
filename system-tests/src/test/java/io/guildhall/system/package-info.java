/** Tests of the system as a whole. */
@NullMarked
package io.guildhall.system;

import org.jspecify.annotations.NullMarked;
