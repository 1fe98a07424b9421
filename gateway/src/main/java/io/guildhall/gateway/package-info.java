/** The gateway as a program. */
@NullMarked
package io.guildhall.gateway;

import org.jspecify.annotations.NullMarked;
