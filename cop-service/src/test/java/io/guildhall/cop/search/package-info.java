/** Tests of the search for pages. */
@NullMarked
package io.guildhall.cop.search;

import org.jspecify.annotations.NullMarked;
