package io.guildhall.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule is seen failing on the fixture under {@code io.guildhall.broken}, and the platform keeps its own. */
class ArchitectureRulesTests {

    private static final String BROKEN = "io.guildhall.broken";

    private final JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);

    @Test
    void seesAPlatformThatNamesAService() {
        fails(ArchitectureRules.platformNamesNoService(BROKEN + ".base"), "NamesAService");
    }

    @Test
    void seesAServiceThatNamesAnother() {
        fails(ArchitectureRules.namesOnlyItselfAndThePlatform(BROKEN + ".base"), "NamesAService");
    }

    @Test
    void seesAFeatureThatKnowsItsAdapterOrTheFramework() {
        ArchRule rule = ArchitectureRules.featureRootsKnowNoAdapters(BROKEN);
        fails(rule, "KnowsItsAdapter");
        fails(rule, "KnowsTheFramework");
    }

    @Test
    void seesAnAdapterThatUsesAnothersAdapter() {
        ArchRule rule = ArchitectureRules.adaptersAreUsedByNobodyElse(BROKEN);
        fails(rule, "UsesAnothersAdapter");
        assertThat(reports(rule)).noneMatch(line -> line.startsWith("Method <io.guildhall.broken.feature.web."));
    }

    @Test
    void seesTimeThatComesFromNoClock() {
        ArchRule rule = ArchitectureRules.timeComesFromAClock(BROKEN);
        for (String method : List.of("instant", "date", "zoned", "millis", "clock")) {
            fails(rule, "ReadsTheSystemsTime." + method);
        }
        assertThat(reports(rule)).noneMatch(line -> line.contains(".fine("));
    }

    @Test
    void seesAPackageThatSaysNothing() {
        ArchRule rule = ArchitectureRules.packagesSayWhyTheyExist(BROKEN);
        fails(rule, "io.guildhall.broken.silent");
        assertThat(reports(rule)).noneMatch(line -> line.contains("broken.feature"));
    }

    @Test
    void seesTwoBodiesOfOneNameThatDiffer() {
        ArchRule rule = ArchitectureRules.bodiesOfOneNameAreAlike(BROKEN);
        fails(rule, "$OneName has the simple name of");
        assertThat(reports(rule)).hasSize(1);
    }

    @Test
    void thePlatformKeepsThem() {
        String platform = "io.guildhall.platform";
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(platform);
        ArchitectureRules.platformNamesNoService(platform).check(classes);
        ArchitectureRules.packagesSayWhyTheyExist(platform).check(classes);
    }

    private void fails(ArchRule rule, String culprit) {
        assertThat(reports(rule)).anyMatch(line -> line.contains(culprit));
    }

    private List<String> reports(ArchRule rule) {
        EvaluationResult result = rule.evaluate(broken);
        return result.getFailureReport().getDetails();
    }
}
