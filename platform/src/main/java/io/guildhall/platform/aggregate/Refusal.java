package io.guildhall.platform.aggregate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command or a query that is not carried out; it becomes the problem body that tells the user what to do. */
public class Refusal extends RuntimeException {

    private final String type;
    private final int status;
    private final String title;
    private final Map<String, Object> properties = new LinkedHashMap<>();

    /**
     * @param type a stable slug, for example {@code sprint-closed}; it becomes {@code /problems/sprint-closed}
     * @param status the HTTP status that says the same, 400 to 503
     * @param title the problem in a few words, the same for every occurrence
     * @param detail what is wrong here and what to do about it
     */
    public Refusal(String type, int status, String title, String detail) {
        super(detail, null, false, false);
        this.type = type;
        this.status = status;
        this.title = title;
    }

    /** What was asked breaks a rule of the method or of the field: 422. */
    public static Refusal invalid(String type, String detail) {
        return new Refusal(type, 422, "This cannot be done as asked", detail);
    }

    /** What was asked does not fit the present state: 409. */
    public static Refusal conflict(String type, String detail) {
        return new Refusal(type, 409, "This does not fit the present state", detail);
    }

    /** The caller sees the thing but may not do this to it: 403. */
    public static Refusal forbidden(String detail) {
        return new Refusal("forbidden", 403, "Not yours to do", detail);
    }

    /** There is no such thing, or the caller may not know of it: 404. */
    public static Refusal notFound(String what, String id) {
        return new Refusal(
                "not-found",
                404,
                "Not found",
                "There is no " + what + " '" + id + "' that you can see; check the link or ask who sent it.");
    }

    /** Something that is needed is away for a moment: 503 with Retry-After. */
    public static Refusal unavailable(String type, String detail) {
        return new Refusal(type, 503, "Not available at the moment", detail).with("retryAfter", 5);
    }

    /** Adds a member to the problem body. */
    public Refusal with(String property, Object value) {
        properties.put(property, value);
        return this;
    }

    public String type() {
        return type;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        String detail = getMessage();
        return detail == null ? title : detail;
    }

    public Map<String, Object> properties() {
        return Map.copyOf(properties);
    }

    public @Nullable Object property(String name) {
        return properties.get(name);
    }
}
