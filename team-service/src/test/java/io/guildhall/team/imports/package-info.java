/** A catalog taken over as its owners give it. */
@NullMarked
package io.guildhall.team.imports;

import org.jspecify.annotations.NullMarked;
