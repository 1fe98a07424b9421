/** Keeps who is signed in and the tokens that never reach the browser. */
@NullMarked
package io.guildhall.gateway.session;

import org.jspecify.annotations.NullMarked;
