/** Tests of the product goal. */
@NullMarked
package io.guildhall.roadmap.goal;

import org.jspecify.annotations.NullMarked;
