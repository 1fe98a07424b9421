/** The embedded document store, so that the product runs without an installed MongoDB and still loses nothing. */
@NullMarked
package io.guildhall.standalone.store;

import org.jspecify.annotations.NullMarked;
