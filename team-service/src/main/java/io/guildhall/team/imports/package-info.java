/** Takes the organization over from the catalog in which it is kept already, without anybody typing it again. */
@NullMarked
package io.guildhall.team.imports;

import org.jspecify.annotations.NullMarked;
