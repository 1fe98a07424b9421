package io.guildhall.standalone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts one service as if it were alone in the process.
 *
 * <p>All its threads belong to a thread group that bears its name, which is how the log knows whose line it is.
 */
final class ServiceContext {

    private ServiceContext() {}

    static CompletableFuture<ConfigurableApplicationContext> start(Service service, Map<String, String> wiring) {
        CompletableFuture<ConfigurableApplicationContext> started = new CompletableFuture<>();
        Thread starter = new Thread(new ThreadGroup(service.module()), () -> run(service, wiring, started), "start");
        starter.start();
        return started;
    }

    private static void run(
            Service service, Map<String, String> wiring, CompletableFuture<ConfigurableApplicationContext> started) {
        try {
            started.complete(application(service).run(arguments(service, wiring)));
        } catch (RuntimeException | Error failure) {
            started.completeExceptionally(failure);
        }
    }

    private static SpringApplication application(Service service) {
        SpringApplication application = new SpringApplication(service.application());
        application.setWebApplicationType(service.webType());
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        // One process, one log: the first context must not configure it for all, nor the last one to close end it.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        return application;
    }

    /** As arguments, because nothing in a configuration file or in the environment may override the wiring. */
    private static String[] arguments(Service service, Map<String, String> wiring) {
        Map<String, String> all = new LinkedHashMap<>(wiring);
        all.put("spring.config.name", service.module());
        all.put("spring.main.web-application-type", service.webType().name().toLowerCase(java.util.Locale.ROOT));
        all.put("spring.jmx.enabled", "false");
        all.put("management.metrics.use-global-registry", "false");
        if (service.isProgramOfItsOwn()) {
            all.put(OwnAutoConfigurations.SERVICE, service.module());
        }
        return all.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }
}
