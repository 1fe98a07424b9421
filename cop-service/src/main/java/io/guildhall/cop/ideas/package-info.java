/** What people suggest a community should do, how it was tried, and what was learned from that. */
@NullMarked
package io.guildhall.cop.ideas;

import org.jspecify.annotations.NullMarked;
