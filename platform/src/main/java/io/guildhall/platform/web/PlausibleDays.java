package io.guildhall.platform.web;

import io.guildhall.platform.aggregate.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Days in requests are written {@code yyyy-MM-dd} and lie in the years 1900 to 2199: others could not be compared as text,
 * which is how they are stored, and reckoning with them would overflow.
 */
public final class PlausibleDays extends SimpleModule {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    public PlausibleDays() {
        addDeserializer(LocalDate.class, new Day());
    }

    private static final class Day extends StdDeserializer<LocalDate> {

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            String text = String.valueOf(parser.getValueAsString());
            try {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                    return day;
                }
            } catch (DateTimeParseException e) {
                // refused below, like every day that cannot be meant
            }
            String shown = text.length() > 30 ? text.substring(0, 30) + "..." : text;
            throw new Refusal(
                    "bad-date",
                    400,
                    "This is no day we can work with",
                    "'" + shown + "' is no day between " + FIRST_YEAR + "-01-01 and " + LAST_YEAR
                            + "-12-31; write it like 2026-12-24.");
        }
    }
}
