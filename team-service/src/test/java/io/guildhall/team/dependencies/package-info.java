/** Tests of dependencies. */
@NullMarked
package io.guildhall.team.dependencies;

import org.jspecify.annotations.NullMarked;
