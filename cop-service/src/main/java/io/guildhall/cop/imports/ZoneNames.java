package io.guildhall.cop.imports;

import io.guildhall.platform.imports.Problem;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the time zone that people mean by what they call a region's clocks. */
final class ZoneNames {

    /**
     * A zone with what was taken for it.
     *
     * @param taken null when its name means only this
     */
    record Found(ZoneId zone, @Nullable Problem taken) {}

    /** By their short names, and by what is left of their long ones without "time", "standard" and so on. */
    private static final Map<String, String> CLOCKS = clocks();

    /** Short names that different regions use. */
    private static final Map<String, String> SHARED = Map.of(
            "cst", "America/Chicago or Asia/Shanghai",
            "ct", "America/Chicago or another one",
            "ist", "Asia/Kolkata, Europe/Dublin or Asia/Jerusalem",
            "bst", "Europe/London or Asia/Dhaka",
            "ast", "America/Halifax or Asia/Riyadh",
            "eastern australia", "Australia/Sydney or Australia/Brisbane");

    private static final Map<String, ZoneId> IANA = iana();
    private static final Map<String, ZoneId> CITIES = cities();
    private static final Set<String> UTC = Set.of("utc", "z", "zulu", "etc/utc", "coordinated universal", "gmt");
    private static final Pattern OFFSET = Pattern.compile("(?:utc|gmt)\\s*([+−-])\\s*([0-9]{1,2})(?::?00)?");
    private static final Pattern SAYS_NOTHING =
            Pattern.compile("\\b(?:time|timezone|zone|standard|daylight|summer|winter|local|clock)\\b");

    private ZoneNames() {}

    /** @throws Unclear when it means no time zone, or more than one */
    static Found find(String written) {
        String name = written.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            throw new Unclear("It has no time zone.", "Write one, for example Europe/Berlin.");
        }
        if (UTC.contains(name)) {
            return new Found(ZoneId.of("UTC"), name.equals("gmt") ? gmt() : null);
        }
        Matcher offset = OFFSET.matcher(name);
        if (offset.matches()) {
            return atOffset(written, offset);
        }
        ZoneId exact = name.contains("/") ? IANA.get(name) : null;
        return exact != null ? new Found(exact, null) : called(written, name);
    }

    private static Found called(String written, String name) {
        Set<ZoneId> meant = new LinkedHashSet<>();
        Set<String> shared = new LinkedHashSet<>();
        for (String part : name.split("[()\\[\\],;/]", -1)) {
            String bare = SAYS_NOTHING
                    .matcher(part.replace('_', ' '))
                    .replaceAll(" ")
                    .strip()
                    .replaceAll("\\s+", " ");
            ZoneId zone = zone(bare);
            if (zone != null) {
                meant.add(zone);
            } else if (SHARED.containsKey(bare)) {
                shared.add(bare);
            }
        }
        if (meant.size() == 1) {
            ZoneId zone = meant.iterator().next();
            return new Found(zone, taken(written, zone));
        }
        if (meant.isEmpty() && !shared.isEmpty()) {
            throw new Unclear(
                    Problem.quoted(written) + " may be "
                            + SHARED.get(shared.iterator().next()) + ".",
                    "Write which of them it is.");
        }
        throw new Unclear(
                Problem.quoted(written) + (meant.isEmpty() ? " is no time zone known here." : " names two time zones."),
                "Write one, for example America/Los_Angeles.");
    }

    private static @Nullable ZoneId zone(String bare) {
        if (UTC.contains(bare)) {
            return ZoneId.of("UTC");
        }
        String clocks = CLOCKS.get(bare);
        return clocks != null ? ZoneId.of(clocks) : CITIES.get(bare);
    }

    private static Problem taken(String written, ZoneId zone) {
        boolean turned = !zone.getRules().getTransitionRules().isEmpty();
        return new Problem(
                Problem.quoted(written) + " is taken as " + zone + (turned ? ", with its summer time." : "."),
                "Nothing to do, unless another one is meant: then write that.");
    }

    private static Problem gmt() {
        return new Problem(
                "'GMT' is taken as UTC, in summer, too.",
                "Nothing to do, unless the clocks of London are meant: then write Europe/London.");
    }

    /** In the names of such zones the sign is the other way round. */
    private static Found atOffset(String written, Matcher offset) {
        int hours = Integer.parseInt(offset.group(2));
        if (hours > 12) {
            throw new Unclear(Problem.quoted(written) + " is no time zone.", "Write one, for example Europe/Berlin.");
        }
        ZoneId zone = hours == 0
                ? ZoneId.of("UTC")
                : ZoneId.of("Etc/GMT" + (offset.group(1).equals("+") ? "-" : "+") + hours);
        return new Found(
                zone,
                new Problem(
                        Problem.quoted(written) + " is taken as that all year.",
                        "If its clocks are turned in summer, write the region, for example Europe/Berlin."));
    }

    private static Map<String, String> clocks() {
        Map<String, String> clocks = new HashMap<>();
        add(clocks, "America/Los_Angeles", "pt", "pst", "pdt", "pacific", "us pacific", "us west coast");
        add(clocks, "America/Denver", "mt", "mst", "mdt", "mountain", "us mountain");
        add(clocks, "America/Chicago", "cdt", "central", "us central");
        add(clocks, "America/New_York", "et", "est", "edt", "eastern", "us eastern", "us east coast");
        add(clocks, "America/Sao_Paulo", "brt", "brazil", "brasilia");
        add(clocks, "Europe/London", "uk", "british", "england", "united kingdom", "great britain");
        add(clocks, "Europe/Berlin", "cet", "cest", "met", "central european", "middle european", "germany");
        add(clocks, "Europe/Helsinki", "eet", "eest", "eastern european", "finland");
        add(clocks, "Europe/Lisbon", "wet", "west", "western european", "portugal");
        add(clocks, "Europe/Warsaw", "poland");
        add(clocks, "Europe/Paris", "france");
        add(clocks, "Europe/Madrid", "spain");
        add(clocks, "Europe/Rome", "italy");
        add(clocks, "Europe/Amsterdam", "netherlands");
        add(clocks, "Europe/Brussels", "belgium");
        add(clocks, "Europe/Vienna", "austria");
        add(clocks, "Europe/Zurich", "switzerland");
        add(clocks, "Europe/Prague", "czech republic", "czechia");
        add(clocks, "Europe/Stockholm", "sweden");
        add(clocks, "Europe/Oslo", "norway");
        add(clocks, "Europe/Copenhagen", "denmark");
        add(clocks, "Europe/Dublin", "ireland", "irish");
        add(clocks, "Europe/Istanbul", "turkey", "trt");
        add(clocks, "Europe/Moscow", "msk", "moscow");
        add(clocks, "Asia/Jerusalem", "israel");
        add(clocks, "Asia/Kolkata", "india", "indian");
        add(clocks, "Asia/Shanghai", "china", "beijing");
        add(clocks, "Asia/Tokyo", "jst", "japan");
        add(clocks, "Asia/Seoul", "kst", "korea", "south korea");
        add(clocks, "Asia/Singapore", "sgt", "singapore");
        add(clocks, "Asia/Hong_Kong", "hkt");
        add(clocks, "Australia/Sydney", "aedt", "australian eastern");
        add(clocks, "Pacific/Auckland", "nzt", "nzst", "nzdt", "new zealand");
        return Map.copyOf(clocks);
    }

    private static void add(Map<String, String> clocks, String zone, String... names) {
        for (String name : names) {
            clocks.put(name, zone);
        }
    }

    private static Map<String, ZoneId> iana() {
        Map<String, ZoneId> zones = new HashMap<>();
        ZoneId.getAvailableZoneIds().forEach(id -> zones.put(id.toLowerCase(Locale.ROOT), ZoneId.of(id)));
        return Map.copyOf(zones);
    }

    /** The cities that time zones are named by, unless two are called the same. */
    private static Map<String, ZoneId> cities() {
        Map<String, ZoneId> cities = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (ZoneId zone : IANA.values()) {
            if (zone.getId().matches("(?:Africa|America|Asia|Australia|Europe|Pacific)/.+")) {
                String id = zone.getId().toLowerCase(Locale.ROOT);
                String city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
                if (cities.putIfAbsent(city, zone) != null) {
                    twice.add(city);
                }
            }
        }
        cities.keySet().removeAll(twice);
        return Map.copyOf(cities);
    }
}
