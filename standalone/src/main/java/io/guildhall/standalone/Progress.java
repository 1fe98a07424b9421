package io.guildhall.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal reads while the product starts. */
public final class Progress {

    private final PrintStream out;
    private final long startedAt = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    /** One line, after the seconds since the start. */
    public void say(String line) {
        Duration since = Duration.ofNanos(System.nanoTime() - startedAt);
        out.println(String.format(Locale.ROOT, "%5.1f s  %s", since.toMillis() / 1000.0, line));
    }

    /** Lines as they are. */
    void print(String lines) {
        out.println(lines);
        out.flush();
    }
}
