package io.guildhall.standalone;

import io.guildhall.standalone.sample.StoryTime;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.cloud.bootstrap.LoggingSystemShutdownListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts one service as if it were alone in the process.
 *
 * <p>All its threads belong to a thread group that bears its name, which is how the log knows whose line it is.
 */
final class ServiceContext {

    private ServiceContext() {}

    /** @param time what the service's clock shows instead of the system's; null for the system's */
    static CompletableFuture<ConfigurableApplicationContext> start(
            Service service, Map<String, String> wiring, @Nullable StoryTime time) {
        CompletableFuture<ConfigurableApplicationContext> started = new CompletableFuture<>();
        Thread starter =
                new Thread(new ThreadGroup(service.module()), () -> run(service, wiring, time, started), "start");
        starter.start();
        return started;
    }

    private static void run(
            Service service,
            Map<String, String> wiring,
            @Nullable StoryTime time,
            CompletableFuture<ConfigurableApplicationContext> started) {
        try {
            SpringApplication application = application(service);
            if (time != null) {
                application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(telling(time)));
            }
            started.complete(application.run(arguments(service, wiring)));
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
        // One process, one log: the first context must not configure it for all, nor the last one to close end it. What
        // Spring Cloud adds stops the log until Boot's listener has configured it again, so one goes with the other.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener
                        || listener instanceof LoggingSystemShutdownListener))
                .toList());
        return application;
    }

    private static BeanPostProcessor telling(StoryTime time) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Clock clock ? time.over(clock) : bean;
            }
        };
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
