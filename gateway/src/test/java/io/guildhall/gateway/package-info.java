/** Tests of the gateway as a whole, on a real provider, a real store protocol and real services. */
@NullMarked
package io.guildhall.gateway;

import org.jspecify.annotations.NullMarked;
