/** The embedded OpenID Connect provider: one sign-in per persona, so that the product can be tried at once. */
@NullMarked
package io.guildhall.standalone.identity;

import org.jspecify.annotations.NullMarked;
