/** Says what went wrong in the gateway itself, and what to do about it. */
@NullMarked
package io.guildhall.gateway.problem;

import org.jspecify.annotations.NullMarked;
