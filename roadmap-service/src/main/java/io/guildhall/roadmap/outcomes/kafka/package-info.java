/** What outcomes follow: dependencies and impediments that team-service publishes, and the roadmap's own features and outcomes. */
@NullMarked
package io.guildhall.roadmap.outcomes.kafka;

import org.jspecify.annotations.NullMarked;
