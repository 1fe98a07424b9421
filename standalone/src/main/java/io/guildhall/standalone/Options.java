package io.guildhall.standalone;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param port of the portal; the other parts take the nine after it
 * @param data where everything is kept
 * @param sample whether a first start fills the product with the invented organization
 * @param rehearsal whether to end as soon as it is ready, which lets the virtual machine write down what a start loads
 * @param parent the process that started this one and without which it must not go on
 */
record Options(
        int port,
        Path data,
        boolean sample,
        boolean rehearsal,
        @Nullable Long parent) {

    private static final int HIGHEST_PORT = 65_535 - Ports.COUNT + 1;

    static Options parse(List<String> arguments) {
        Deque<String> left = new ArrayDeque<>(arguments);
        int port = 8080;
        Path data = Path.of("data");
        boolean sample = true;
        boolean rehearsal = false;
        Long parent = null;
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--port" -> port = port(value(option, left));
                case "--data" -> data = folder(value(option, left));
                case "--no-sample" -> sample = false;
                case "--rehearse" -> rehearsal = true;
                case "--parent" -> parent = Long.valueOf(value(option, left));
                default ->
                    throw new CannotStart("Unknown option " + option
                            + ": the options are --port NUMBER, --data FOLDER and --no-sample.");
            }
        }
        return new Options(port, data.toAbsolutePath().normalize(), sample, rehearsal, parent);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new CannotStart("The option " + option + " needs a value after it.");
        }
        return left.pop();
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= HIGHEST_PORT) {
                return port;
            }
        }
        throw new CannotStart("The port " + text + " is not possible: choose a number from 1 to " + HIGHEST_PORT + ".");
    }

    private static Path folder(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException invalid) {
            throw new CannotStart("The folder " + text + " is not possible here: choose another with --data.", invalid);
        }
    }
}
