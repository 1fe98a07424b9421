/** What differs in a community from the rule that it meets and writes, and what its leads waive of that. */
@NullMarked
package io.guildhall.cop.findings;

import org.jspecify.annotations.NullMarked;
