package io.guildhall.roadmap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the features of this service may know of each other. */
class ArchitectureTests {

    private static final List<String> FEATURES = List.of("goal", "outcomes", "features", "decisions", "imports");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.guildhall.roadmap");

    @Test
    void featuresDoNotGoRoundInCircles() {
        slices().matching("io.guildhall.roadmap.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void adaptersOfAFeatureAreItsOwn() {
        for (String feature : FEATURES) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.guildhall.roadmap." + feature + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.guildhall.roadmap." + feature + ".web..",
                            "io.guildhall.roadmap." + feature + ".kafka..")
                    .check(classes);
        }
    }

    @Test
    void theDomainKnowsNeitherHttpNorKafka() {
        for (String feature : FEATURES) {
            noClasses()
                    .that()
                    .resideInAPackage("io.guildhall.roadmap." + feature)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.guildhall.roadmap." + feature + ".web..",
                            "io.guildhall.roadmap." + feature + ".kafka..",
                            "io.guildhall.platform.web..",
                            "org.springframework.web..",
                            "org.apache.kafka..")
                    .check(classes);
        }
    }

    @Test
    void aggregatesAndTheRulesAskNoClock() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Rules")
                .or()
                .haveSimpleName("Assessment")
                .or()
                .areAssignableTo(Record.class)
                .should()
                .onlyDependOnClassesThat()
                .doNotHaveFullyQualifiedName("java.time.Clock")
                .check(classes);
    }
}
