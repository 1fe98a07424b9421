/** What features follow: the sprint calendar and the dependencies that team-service publishes. */
@NullMarked
package io.guildhall.roadmap.features.kafka;

import org.jspecify.annotations.NullMarked;
