/** Signs people in and out, and decides which credential counts on which path. */
@NullMarked
package io.guildhall.gateway.signin;

import org.jspecify.annotations.NullMarked;
