package io.guildhall.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The story counts from the day it is told on: another weekday makes another story. */
class StoryTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 25);
    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]+)}");
    private static final Pattern NUMBER = Pattern.compile(".*\\.(\\d+)(\\.[a-z-]+)?");

    private static Stream<LocalDate> days() {
        return FIRST.datesUntil(FIRST.plusWeeks(2));
    }

    private static List<Step> story(LocalDate today) {
        return InventedProduct.story(new Days(today), "https://issuer.example");
    }

    @Test
    void theLastDayLiesInTheSecondWeekOfSprintSeven() {
        days().forEach(today -> {
            Days days = new Days(today);
            assertThat(today).isBetween(days.inSprint(7, 8), days.inSprint(7, 14));
        });
    }

    @Test
    void whatAStepNamesWasMadeBefore() {
        days().forEach(today -> {
            Map<String, Instant> made = new HashMap<>();
            story(today).forEach(step -> made.put(step.name(), step.at()));
            for (Step step : story(today)) {
                Matcher names = NAME.matcher(step.path() + " " + step.body());
                while (names.find()) {
                    String maker = maker(names.group(1));
                    assertThat(made).as(step.name()).containsKey(maker);
                    assertThat(step.at()).as(step.name() + " on " + today).isAfter(made.get(maker));
                }
            }
        });
    }

    private static String maker(String name) {
        String[] parts = name.split("\\.", -1);
        return switch (parts[0]) {
            case "need" -> "feature." + parts[1];
            case "result" -> "outcome." + parts[1];
            case "page", "tree" -> "community." + parts[1] + ".shelf";
            case "finding" -> "unit." + parts[1];
            default -> name;
        };
    }

    @Test
    void theMovesOfOneThingComeOneAfterTheOther() {
        days().forEach(today -> {
            Map<String, Step> last = new HashMap<>();
            for (Step step : story(today)) {
                Step before = step.seen() == null ? null : last.put(step.seen(), step);
                if (before != null) {
                    assertThat(step.at()).as(step.name() + " on " + today).isAfter(before.at());
                    assertThat(number(step)).as(step.name() + " on " + today).isGreaterThanOrEqualTo(number(before));
                }
            }
        });
    }

    private static int number(Step step) {
        Matcher number = NUMBER.matcher(step.name());
        return number.matches() ? Integer.parseInt(number.group(1)) : 0;
    }

    @Test
    void whatIsPromisedLiesAheadThen() {
        days().forEach(today -> {
            for (Step step : story(today)) {
                LocalDate then = LocalDate.ofInstant(step.at(), ZoneOffset.UTC);
                assertThat(then).as(step.name()).isBeforeOrEqualTo(today);
                JsonNode body = step.body();
                for (String field : List.of("by", "date", "promisedFor", "until", "respondBy")) {
                    if (body != null && body.has(field)) {
                        assertThat(LocalDate.parse(body.get(field).asString()))
                                .as(step.name() + " on " + today)
                                .isAfterOrEqualTo(then);
                    }
                }
            }
        });
    }

    @Test
    void everyStepHasANameOfItsOwn() {
        assertThat(story(FIRST).stream().map(Step::name)).doesNotHaveDuplicates();
    }
}
