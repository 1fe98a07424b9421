package io.guildhall.standalone;

import io.guildhall.standalone.identity.IdentitySecrets;
import io.guildhall.standalone.identity.Persona;
import io.guildhall.standalone.identity.SignIn;
import io.guildhall.standalone.sample.FirstFill;
import io.guildhall.standalone.sample.InventedProduct;
import io.guildhall.standalone.sample.Product;
import io.guildhall.standalone.sample.StoryTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole product, running in this process. */
public final class Standalone implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final DataFolder data;
    private final Ports ports;
    private final Parts parts;
    private final FirstFill firstFill;
    private final @Nullable InventedProduct sample;
    private final Map<Service, CompletableFuture<ConfigurableApplicationContext>> contexts =
            new EnumMap<>(Service.class);

    private Standalone(DataFolder data, Ports ports, Parts parts, FirstFill firstFill) {
        this.data = data;
        this.ports = ports;
        this.parts = parts;
        this.firstFill = firstFill;
        this.sample = sample(data, parts, firstFill);
    }

    /**
     * Starts everything and returns when the first page can be asked for and every service has read what it needs.
     *
     * @param environment names real parts instead of the embedded ones, see {@link Parts}
     * @throws CannotStart with what the person can do about it; nothing is left running then
     */
    static Standalone start(Options options, Map<String, String> environment, Progress progress)
            throws InterruptedException {
        DataFolder data = DataFolder.open(options.data());
        try {
            Ports ports = new Ports(options.port());
            ports.requireFree();
            progress.say("Opening the store and the event log in " + data.path());
            Parts parts = Parts.start(data, ports, environment, failure -> stopBroken(data, failure));
            Standalone standalone = new Standalone(data, ports, parts, FirstFill.in(data.path(), options.sample()));
            standalone.startServices(progress);
            return standalone;
        } catch (RuntimeException | InterruptedException failure) {
            data.close();
            throw failure;
        }
    }

    private void startServices(Progress progress) throws InterruptedException {
        Wiring wiring = new Wiring(ports, data, parts, firstFill.isWanted());
        try {
            progress.say("Starting the services");
            for (Service service : Service.values()) {
                if (service != Service.IDENTITY || parts.identity() != null) {
                    contexts.put(service, ServiceContext.start(service, wiring.of(service), storyTime(service)));
                }
            }
            contexts.values().forEach(CompletableFuture::join);
            progress.say("Reading the organization");
            awaitReadiness(wiring);
        } catch (CompletionException failure) {
            close();
            throw explained(failure.getCause() == null ? failure : failure.getCause());
        } catch (RuntimeException | InterruptedException failure) {
            close();
            throw failure;
        }
    }

    private static void awaitReadiness(Wiring wiring) throws InterruptedException {
        Readiness readiness = new Readiness();
        for (Service service : List.of(Service.TEAM, Service.ROADMAP, Service.COP, Service.FEED)) {
            if (!readiness.await(wiring.port(service))) {
                throw new CannotStart(service.module()
                        + " does not get ready: look at the messages above, then stop Guildhall and start it again.");
            }
        }
    }

    private static RuntimeException explained(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return new CannotStart(
                        "Port " + taken.getPort()
                                + " is in use: stop the program that uses it, or choose others with --port.",
                        failure);
            }
        }
        return new IllegalStateException(failure);
    }

    /** Only what people enter has a past; sessions and tokens are of today. */
    private @Nullable StoryTime storyTime(Service service) {
        boolean told = service == Service.TEAM || service == Service.ROADMAP || service == Service.COP;
        return sample != null && told ? sample.time() : null;
    }

    private static @Nullable InventedProduct sample(DataFolder data, Parts parts, FirstFill fill) {
        IdentitySecrets identity = parts.identity();
        try {
            return identity != null && fill.isDue() ? InventedProduct.in(data.path(), identity.issuer()) : null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A sample that cannot be told to its end is no reason not to run: the next start goes on with it. */
    private void fill(Progress progress) throws InterruptedException {
        if (sample == null) {
            return;
        }
        Product product = new Product(Ports.localhost(ports.gateway()), new SignIn(Ports.localhost(ports.identity())));
        try {
            firstFill.run(sample, product, progress::say);
        } catch (IOException failure) {
            progress.say("The sample is not complete, the next start goes on with it: " + failure.getMessage());
        }
    }

    /** For tests: the running application of a service. */
    ConfigurableApplicationContext context(Service service) {
        CompletableFuture<ConfigurableApplicationContext> context = contexts.get(service);
        if (context == null) {
            throw new IllegalArgumentException(service + " does not run here");
        }
        return context.join();
    }

    Ports ports() {
        return ports;
    }

    Parts parts() {
        return parts;
    }

    /** Ends the services first, from the outside to the inside, then what they rely on. */
    @Override
    public void close() {
        contexts.values().parallelStream().forEach(Standalone::closeWhenStarted);
        parts.close();
        data.close();
    }

    private static void closeWhenStarted(CompletableFuture<ConfigurableApplicationContext> starting) {
        try {
            Closing.quietly(starting.join());
        } catch (CompletionException neverStarted) {
            // It has closed itself.
        }
    }

    public static void main(String[] args) {
        // Libraries log by java.util.logging as well, and there is one log.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Progress progress = new Progress(System.out);
        try {
            Options options = Options.parse(List.of(args));
            Lifeline.tieTo(options.parent());
            Standalone standalone = start(options, System.getenv(), progress);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(standalone), "stop"));
            if (options.rehearsal()) {
                System.exit(0);
            }
            standalone.fill(progress);
            progress.print(standalone.whereToSignIn());
        } catch (CannotStart refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        } catch (InterruptedException | RuntimeException failure) {
            failure.printStackTrace();
            System.err.println("Guildhall could not start, the reason is above. If it stays so, start with an empty"
                    + " folder: --data FOLDER.");
            System.exit(1);
        }
    }

    /** Nothing more may be acknowledged, so the product ends and says why. */
    private static void stopBroken(DataFolder data, RuntimeException failure) {
        System.err.println("Cannot write to " + data.store() + " (" + failure.getMessage()
                + "): make room on the disk, then start Guildhall again.");
        new Thread(() -> System.exit(1), "stop").start();
    }

    private static void stop(Standalone standalone) {
        Thread limit = new Thread(Standalone::giveUp, "stop-limit");
        limit.setDaemon(true);
        limit.start();
        standalone.close();
    }

    /** Whatever does not end in time is stopped the hard way, which loses nothing that was acknowledged. */
    private static void giveUp() {
        LockSupport.parkNanos(STOP_LIMIT.toNanos());
        Runtime.getRuntime().halt(0);
    }

    private String whereToSignIn() {
        IdentitySecrets identity = parts.identity();
        String portal = "Guildhall is ready: " + Ports.localhost(ports.gateway()) + "\n";
        if (identity == null) {
            return "\n" + portal + "Stop it with Ctrl-C.\n";
        }
        return "\n" + portal
                + "Sign in with one click, or by name with the password guildhall:\n"
                + Persona.offered(firstFill.isWanted()).stream()
                        .map(persona ->
                                String.format("  %-12s %s, %s", persona.subject(), persona.fullName(), persona.title()))
                        .collect(Collectors.joining("\n"))
                + "\nScripts get a token at " + Ports.localhost(ports.identity())
                + "/oauth2/token as guildhall-script, secret "
                + identity.scriptSecret()
                + "\nEverything is kept in " + data.path() + ". Stop it with Ctrl-C.\n";
    }
}
