/** Who belongs where and holds which role: the product, its areas, teams and Scrums of Scrums, people and their sign-ins. */
@NullMarked
package io.guildhall.team.organization;

import org.jspecify.annotations.NullMarked;
