/** Tests of the rules of signing in. */
@NullMarked
package io.guildhall.gateway.signin;

import org.jspecify.annotations.NullMarked;
