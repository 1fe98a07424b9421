/** The invented organization that a first start fills the product with. */
@NullMarked
package io.guildhall.standalone.sample;

import org.jspecify.annotations.NullMarked;
