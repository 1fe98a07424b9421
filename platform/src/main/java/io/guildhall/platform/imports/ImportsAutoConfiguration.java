package io.guildhall.platform.imports;

import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.PlatformAutoConfiguration;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Puts imports together for a service that takes in any {@link ImportKind}. */
@AutoConfiguration(after = PlatformAutoConfiguration.class)
@ConditionalOnBean(ImportKind.class)
@EnableConfigurationProperties(ImportProperties.class)
public class ImportsAutoConfiguration {

    @Bean
    Imports imports(MongoDatabase database) {
        return new Imports(database);
    }

    @Bean
    ImportKinds importKinds(List<ImportKind> kinds, Access access) {
        return new ImportKinds(kinds, access);
    }

    @Bean
    CheckImport checkImport(Imports imports, ImportKinds kinds, ImportProperties properties) {
        return new CheckImport(imports, kinds, properties);
    }

    @Bean
    ImportWorker importWorker(
            Imports imports, ImportKinds kinds, CheckImport check, ImportProperties properties, Clock clock) {
        return new ImportWorker(imports, kinds, check, properties, clock);
    }

    @Bean
    ApplyImport applyImport(Imports imports, ImportKinds kinds, ImportWorker worker) {
        return new ApplyImport(imports, kinds, worker);
    }

    @Bean
    ImportReport importReport(Imports imports, ImportKinds kinds, Scopes scopes) {
        return new ImportReport(imports, kinds, scopes);
    }
}
