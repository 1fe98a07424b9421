package io.guildhall.standalone;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Configures each service by its own libraries, although all libraries are on the one class path.
 *
 * <p>It blocks what only libraries of others bring. It cannot allow by name instead: the filter is also asked about
 * classes that no library lists.
 */
final class OwnAutoConfigurations implements AutoConfigurationImportFilter, EnvironmentAware {

    /** The property that names the service of a context. */
    static final String SERVICE = "guildhall.standalone.service";

    private Set<String> foreign = Set.of();

    @Override
    public void setEnvironment(Environment environment) {
        String service = environment.getProperty(SERVICE);
        foreign = service == null ? Set.of() : Libraries.onClassPath().autoConfigurationsForeignTo(service);
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] allowed = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            String candidate = candidates[i];
            allowed[i] = candidate == null || !foreign.contains(candidate);
        }
        return allowed;
    }
}
