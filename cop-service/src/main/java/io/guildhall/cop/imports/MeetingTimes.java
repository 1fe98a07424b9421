package io.guildhall.cop.imports;

/**
 * When people say they meet, in their words; each may be empty.
 *
 * @param day for example {@code Thursdays (starting February 15th 2024)}
 * @param time for example {@code 4PM}
 * @param zone for example {@code PT (Pacific Time)}
 * @param frequency for example {@code biweekly}
 */
record MeetingTimes(String day, String time, String zone, String frequency) {}
