package io.guildhall.cop.gatherings;

/**
 * Something that the next gathering could talk about.
 *
 * @param topic as it would stand on the agenda
 * @param path what it is about, in the portal
 * @param title of what it is about
 * @param support how many support it; 0 for what is no idea
 */
public record Suggestion(Reason reason, String topic, String path, String title, int support) {

    /** Why it is worth talking about. */
    public enum Reason {
        /** Nobody has said what a trial has shown. */
        TRIAL_OVER,
        /** A page should have been looked at again. */
        PAGE_OVERDUE,
        /** Somebody proposes it, and nobody has decided. */
        IDEA
    }
}
