/** The one goal of the product, which every outcome serves. */
@NullMarked
package io.guildhall.roadmap.goal;

import org.jspecify.annotations.NullMarked;
