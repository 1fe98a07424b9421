/** From a bearer token to an actor: every service checks the token itself. */
@NullMarked
package io.guildhall.platform.security;

import org.jspecify.annotations.NullMarked;
