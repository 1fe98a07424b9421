/** Tests of impediments. */
@NullMarked
package io.guildhall.team.impediments;

import org.jspecify.annotations.NullMarked;
