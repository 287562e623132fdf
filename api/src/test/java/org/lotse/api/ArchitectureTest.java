package org.lotse.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

@AnalyzeClasses(packages = "org.lotse", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NOTHING_BUT_JAVA = noClasses()
            .that()
            .resideInAPackage("org.lotse.engine..")
            .and()
            .resideOutsideOfPackage("org.lotse.engine.planning..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "tools.jackson..",
                    "java.sql..",
                    "jakarta..",
                    "org.kie..",
                    "org.drools..",
                    "org.tribuo..",
                    "org.optaplanner..",
                    "org.lotse.api..",
                    "org.lotse.rules..",
                    "org.lotse.models..")
            .because("the decision must run anywhere: in the service, offline, and inside a batch on many machines");

    @ArchTest
    static final ArchRule DROOLS_IS_SEEN_BY_RULES_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("org.lotse.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kie..", "org.drools..")
            .because("the rule engine is an adapter: what others see of it are judgements with their rows");

    @ArchTest
    static final ArchRule TRIBUO_IS_SEEN_BY_MODELS_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("org.lotse.models..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tribuo..", "com.oracle.labs.mlrg..")
            .because("predictions reach everybody else as numbers with a model version");

    @ArchTest
    static final ArchRule GRAPHHOPPER_IS_SEEN_BY_THE_ROADS_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("org.lotse.engine.planning.roads..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.graphhopper..")
            .because("travel times are a port: another road network must touch nothing else");

    @ArchTest
    static final ArchRule OPTAPLANNER_IS_SEEN_BY_THE_SOLVER_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("org.lotse.engine.planning..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.optaplanner..")
            .because("plans and problems are records; who solves them may change");

    @ArchTest
    static final ArchRule RULES_AND_MODELS_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("org.lotse.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.lotse.models..")
            .because("predictions reach rules as terms, so that a rule never waits for a model")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOBODY_BELOW_KNOWS_THE_SERVICE = noClasses()
            .that()
            .resideInAnyPackage("org.lotse.rules..", "org.lotse.models..", "org.lotse.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.lotse.api..")
            .because("the service uses them, and the command line works without it");

    @ArchTest
    static final ArchRule CONTROLLERS_CONTAIN_NO_SQL = noClasses()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.springframework.jdbc..")
            .because("a controller says how something is asked over HTTP, its capability what happens");

    @ArchTest
    static final ArchRule HTTP_STAYS_AT_THE_EDGE = noClasses()
            .that()
            .haveSimpleNameStartingWith("Jdbc")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.http..", "org.springframework.web..", "jakarta.servlet..")
            .because("what is stored is stored the same way for the command line, jobs and HTTP");

    @ArchTest
    static final ArchRule ONLY_WIRING_READS_THE_CLOCK = noClasses()
            .that()
            .resideInAPackage("org.lotse..")
            .and()
            .resideOutsideOfPackage("org.lotse.api.wiring..")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("a decision must be repeatable: time comes from the caller");

    @ArchTest
    static final ArchRule TOKENS_OF_THE_COMMAND_LINE_ASIDE_NOBODY_ASKS_FOR_NOW = noClasses()
            .that()
            .resideInAPackage("org.lotse..")
            .and()
            .resideOutsideOfPackage("org.lotse.api.wiring..")
            .and()
            .haveSimpleNameNotEndingWith("Command")
            .should()
            .callMethod(Instant.class, "now")
            .because("only a command started by hand has no caller who could give it the time");

    @ArchTest
    static final ArchRule COMMANDS_START_WITHOUT_SPRING = noClasses()
            .that()
            .haveSimpleNameEndingWith("Command")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .because("a command in a build or a script answers in a second")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule SPRING_BEANS_LIVE_IN_THE_SERVICE = classes()
            .that()
            .areAnnotatedWith(org.springframework.stereotype.Component.class)
            .should()
            .resideInAPackage("org.lotse.api..")
            .because("only the service sees Spring");
}
