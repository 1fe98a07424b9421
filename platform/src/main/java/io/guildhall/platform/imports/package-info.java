/** Takes in a file in two steps: every row is read and judged first, then applied in the background, resumable anywhere. */
@NullMarked
package io.guildhall.platform.imports;

import org.jspecify.annotations.NullMarked;
