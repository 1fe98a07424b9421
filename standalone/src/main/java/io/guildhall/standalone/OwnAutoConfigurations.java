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
 * <p>It blocks what only libraries of others bring, and what asks for a class that only they bring.
 */
final class OwnAutoConfigurations implements AutoConfigurationImportFilter, EnvironmentAware {

    /** The property that names the service of a context. */
    static final String SERVICE = "guildhall.standalone.service";

    private @Nullable Libraries own;

    @Override
    public void setEnvironment(Environment environment) {
        String service = environment.getProperty(SERVICE);
        own = service == null ? null : Libraries.of(service);
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] allowed = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            String candidate = candidates[i];
            allowed[i] = candidate == null || own == null || isAtHome(candidate, own, metadata);
        }
        return allowed;
    }

    private static boolean isAtHome(String candidate, Libraries own, AutoConfigurationMetadata metadata) {
        Set<String> needed = metadata.getSet(candidate, "ConditionalOnClass", Set.of());
        return !own.lack(candidate) && needed.stream().noneMatch(own::lack);
    }
}
