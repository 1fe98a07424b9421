/** Finds pages by the words in them; it is a feature of its own because the store cannot, see docs/decisions/search.md. */
@NullMarked
package io.guildhall.cop.search;

import org.jspecify.annotations.NullMarked;
