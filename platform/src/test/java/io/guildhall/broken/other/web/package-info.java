/** An adapter that uses the adapter of another feature. */
@NullMarked
package io.guildhall.broken.other.web;

import org.jspecify.annotations.NullMarked;
