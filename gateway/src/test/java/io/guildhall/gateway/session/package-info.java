/** Tests of how sessions are kept. */
@NullMarked
package io.guildhall.gateway.session;

import org.jspecify.annotations.NullMarked;
