/** Serves the portal to browsers that are held to a strict content policy. */
@NullMarked
package io.guildhall.gateway.portal;

import org.jspecify.annotations.NullMarked;
