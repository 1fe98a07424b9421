package io.guildhall.platform.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the permission table that a service publishes: {@code <service>-permissions.yml}, roles by use case. */
public final class PermissionTable {

    private PermissionTable() {}

    public static Map<String, Set<String>> load(String service) {
        String resource = service + "-permissions.yml";
        try (InputStream in = PermissionTable.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No " + resource + " on the class path");
            }
            Map<String, List<String>> rows = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            Map<String, Set<String>> table = new LinkedHashMap<>();
            rows.forEach((useCase, roles) -> table.put(useCase, new TreeSet<>(roles)));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
