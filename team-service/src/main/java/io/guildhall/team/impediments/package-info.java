/** What blocks whom: impediments that climb from the team through the Scrum of Scrums to leadership, with evidence. */
@NullMarked
package io.guildhall.team.impediments;

import org.jspecify.annotations.NullMarked;
