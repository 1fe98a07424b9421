package io.guildhall.standalone;

import java.util.Arrays;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** The product as it is started by hand; once it is ready, each service logs an error, and it ends. */
final class LogProgram {

    private static final String ERROR = "Something went wrong";

    private LogProgram() {}

    public static void main(String[] args) throws InterruptedException {
        // Not the one for tests.
        System.setProperty("logback.configurationFile", "logback.xml");
        Standalone.main(args);
        LoggerFactory.getLogger(Standalone.class).error(ERROR);
        for (Service service : Service.values()) {
            Thread thread = new Thread(
                    groupOf(service),
                    () -> LoggerFactory.getLogger(service.application()).error(ERROR));
            thread.start();
            thread.join();
        }
        Logger tomcat = Logger.getLogger("tomcat");
        tomcat.info("No news");
        tomcat.severe(ERROR);
        Runtime.getRuntime().halt(0);
    }

    private static ThreadGroup groupOf(Service service) {
        ThreadGroup[] groups = new ThreadGroup[50];
        Thread.currentThread().getThreadGroup().enumerate(groups);
        return Arrays.stream(groups)
                .filter(group -> group != null && group.getName().equals(service.module()))
                .findAny()
                .orElseThrow();
    }
}
