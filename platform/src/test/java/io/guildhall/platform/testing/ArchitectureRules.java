package io.guildhall.platform.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** The rules that keep services, features and adapters apart; each was seen failing on a fixture. */
public final class ArchitectureRules {

    private static final String OURS = "io.guildhall..";
    private static final Set<Class<?>> TIMES =
            Set.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);

    private ArchitectureRules() {}

    /** Checks all rules of a service on its own classes, tests left out. */
    public static void check(Class<?> application) {
        String service = application.getPackageName();
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(service);
        List.of(
                        featureRootsKnowNoAdapters(service),
                        adaptersAreUsedByNobodyElse(service),
                        timeComesFromAClock(service),
                        packagesSayWhyTheyExist(service),
                        bodiesOfOneNameAreAlike(service),
                        namesOnlyItselfAndThePlatform(service))
                .forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    /** The platform names nothing in the domain: it depends on no service. */
    public static ArchRule platformNamesNoService(String platform) {
        return noClasses()
                .that()
                .resideInAPackage(platform + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(OURS).and(resideOutsideOfPackage(platform + "..")));
    }

    /** Services meet on the network only. */
    public static ArchRule namesOnlyItselfAndThePlatform(String service) {
        return noClasses()
                .that()
                .resideInAPackage(service + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(OURS)
                        .and(resideOutsideOfPackage(service + ".."))
                        .and(resideOutsideOfPackage("io.guildhall.platform..")));
    }

    /** What a feature does is told without how it is asked for, or heard of. */
    public static ArchRule featureRootsKnowNoAdapters(String service) {
        return noClasses()
                .that()
                .resideInAPackage(service + ".*..")
                .and()
                .resideOutsideOfPackages(service + "..web..", service + "..kafka..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        service + "..web..",
                        service + "..kafka..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.kafka..",
                        "org.apache.kafka..",
                        "jakarta.servlet..");
    }

    /** {@code web} and {@code kafka} of a feature are nobody else's, not even their sibling's. */
    public static ArchRule adaptersAreUsedByNobodyElse(String service) {
        Pattern adapter = Pattern.compile(Pattern.quote(service) + "(\\..+)?\\.(web|kafka)(?=\\.|$)");
        return classes().that().resideInAPackage(service + "..").should(new ArchCondition<>("use no other's adapters") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    Matcher used = adapter.matcher(
                            dependency.getTargetClass().getBaseComponentType().getPackageName());
                    if (used.find() && !(from.getPackageName() + ".").startsWith(used.group() + ".")) {
                        events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                    }
                }
            }
        });
    }

    /** Nobody asks what time it is but a clock that a test can set. */
    public static ArchRule timeComesFromAClock(String service) {
        return noClasses()
                .that()
                .resideInAPackage(service + "..")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "it reads the system's time past the injected Clock", ArchitectureRules::readsSystemTime));
    }

    private static boolean readsSystemTime(JavaCall<?> call) {
        String method = call.getName();
        JavaClass owner = call.getTargetOwner();
        boolean now = method.equals("now")
                && TIMES.stream().anyMatch(owner::isEquivalentTo)
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
        boolean clock = owner.isEquivalentTo(Clock.class) && method.startsWith("system");
        return now || clock || (owner.isEquivalentTo(System.class) && method.equals("currentTimeMillis"));
    }

    /** Every package has a {@code package-info} that is null-marked. */
    public static ArchRule packagesSayWhyTheyExist(String service) {
        return classes().that().resideInAPackage(service + "..").should(new ArchCondition<>("have a package-info") {
            @Override
            public void check(JavaClass in, ConditionEvents events) {
                boolean said = in.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent();
                if (!said) {
                    events.add(SimpleConditionEvent.violated(
                            in, in.getPackageName() + " has no null-marked package-info, see " + in.getName()));
                }
            }
        });
    }

    /**
     * OpenAPI knows a body by its simple name: of two that differ under one name, it describes one of them only. Those of a
     * controller carry its name as well.
     */
    public static ArchRule bodiesOfOneNameAreAlike(String service) {
        return classes()
                .that()
                .resideInAPackage(service + "..web..")
                .should(new ArchCondition<>("be like every other body of their simple name") {
                    private final Map<String, JavaClass> seen = new HashMap<>();

                    @Override
                    public void check(JavaClass one, ConditionEvents events) {
                        boolean named = one.isRecord() && !one.getName().contains("Controller$");
                        JavaClass other = named ? seen.putIfAbsent(one.getSimpleName(), one) : null;
                        if (other != null && !components(other).equals(components(one))) {
                            events.add(SimpleConditionEvent.violated(
                                    one, one.getName() + " has the simple name of " + other.getName()));
                        }
                    }
                });
    }

    private static Set<String> components(JavaClass body) {
        return body.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(field -> field.getName() + " " + field.getType().getName())
                .collect(Collectors.toSet());
    }
}
