/** Kills processes at chosen moments and looks at what is left. */
@NullMarked
package io.guildhall.system.kills;

import org.jspecify.annotations.NullMarked;
