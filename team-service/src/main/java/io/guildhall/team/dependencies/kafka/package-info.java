/** Follows the features of the roadmap: their needs become dependencies, their dates become needed-by. */
@NullMarked
package io.guildhall.team.dependencies.kafka;

import org.jspecify.annotations.NullMarked;
