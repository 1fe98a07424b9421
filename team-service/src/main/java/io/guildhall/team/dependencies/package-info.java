/** What one team needs of another by a date: asked, countered, committed, slipped, delivered, accepted. */
@NullMarked
package io.guildhall.team.dependencies;

import org.jspecify.annotations.NullMarked;
