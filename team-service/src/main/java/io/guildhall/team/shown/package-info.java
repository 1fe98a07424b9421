/** How units and people are shown in answers: with the name beside the id. */
@NullMarked
package io.guildhall.team.shown;

import org.jspecify.annotations.NullMarked;
