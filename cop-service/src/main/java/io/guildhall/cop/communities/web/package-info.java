/** Communities over HTTP. */
@NullMarked
package io.guildhall.cop.communities.web;

import org.jspecify.annotations.NullMarked;
