/** Passes requests on to the services, within limits and without what clients have no business sending. */
@NullMarked
package io.guildhall.gateway.route;

import org.jspecify.annotations.NullMarked;
