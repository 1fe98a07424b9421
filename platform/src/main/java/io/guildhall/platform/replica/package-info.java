/** How events of other services arrive: as state that is replicated, or as facts that are kept. */
@NullMarked
package io.guildhall.platform.replica;

import org.jspecify.annotations.NullMarked;
