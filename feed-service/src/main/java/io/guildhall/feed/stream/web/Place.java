package io.guildhall.feed.stream.web;

/** Where one reader stands in what is told; a stream moves it on. */
interface Place {

    /**
     * The next few things that the reader may see, as Server-Sent Events, and moves behind them; empty where there was
     * nothing for this reader.
     */
    String next();

    /** How much stands behind this place, for whomever; -1 where it leads nowhere any more. */
    long behind();

    /** Whether {@link #next} would ask the store, and so take its time. */
    boolean isFar();

    /** What the reader hands back as {@code Last-Event-ID}. */
    String id();
}
