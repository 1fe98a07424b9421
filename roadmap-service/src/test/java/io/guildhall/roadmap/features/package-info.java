/** Tests of features. */
@NullMarked
package io.guildhall.roadmap.features;

import org.jspecify.annotations.NullMarked;
