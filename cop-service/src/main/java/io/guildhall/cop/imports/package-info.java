/** Takes communities over from the catalog and the list of meetings in which people keep them already. */
@NullMarked
package io.guildhall.cop.imports;

import org.jspecify.annotations.NullMarked;
