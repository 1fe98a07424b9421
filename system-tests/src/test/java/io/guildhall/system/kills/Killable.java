package io.guildhall.system.kills;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that is ended with SIGKILL. */
final class Killable implements AutoCloseable {

    private final List<String> command;
    private volatile Process process;

    private Killable(List<String> command) {
        this.command = command;
        this.process = launch();
    }

    static Killable jar(Path jar, List<String> arguments) {
        return java(List.of("-jar", jar.toString()), arguments);
    }

    static Killable program(Class<?> main, List<String> arguments) {
        return java(List.of("-cp", System.getProperty("java.class.path"), main.getName()), arguments);
    }

    private static Killable java(List<String> what, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(what);
        command.addAll(arguments);
        return new Killable(command);
    }

    private Process launch() {
        try {
            File log = new File("target", "killed-" + Integer.toHexString(command.hashCode()) + ".log");
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("It does not go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void restart() {
        if (process.isAlive()) {
            throw new IllegalStateException("It runs");
        }
        process = launch();
    }

    @Override
    public void close() {
        kill();
    }
}
