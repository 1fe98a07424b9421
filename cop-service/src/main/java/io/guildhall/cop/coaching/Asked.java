package io.guildhall.cop.coaching;

import io.guildhall.cop.shared.CoachingQuestion;
import io.guildhall.cop.shared.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A question with where it is from.
 *
 * @param community whose own it is; null for one of the starter shelf
 */
public record Asked(CoachingQuestion question, @Nullable Ref community) {}
