/** Breaks the rules that the root of a feature has to keep. */
@NullMarked
package io.guildhall.broken.feature;

import org.jspecify.annotations.NullMarked;
