package org.capaccueil.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import offences.Offences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

/** The house rules, each with its why; each is shown to object to a class that breaks it. */
class ArchitectureTest {

    enum Rule {
        THE_ENGINE_STAYS_BEHIND_THREE_PACKAGES(noClasses()
                .that()
                .resideOutsideOfPackages("..process..", "..workflow..", "..worklist..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .because("moving to another engine must be a rename in a few packages")),
        REPORT_LIBRARY_STAYS_IN_REPORTING(noClasses()
                .that()
                .resideOutsideOfPackage("..reporting..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.sf.jasperreports..")
                .because("rooms fill records; how they are printed is one room's business")),
        DOMAIN_KNOWS_NO_PAGES(noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..web..", "org.springframework.web..", "jakarta.servlet..")
                .because("a rule must hold whichever way the request came")),
        DOMAIN_KNOWS_NO_PROCESS(noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..process..")
                .because("the domain speaks to a port in its own words")),
        SHARED_IS_A_TINY_KERNEL(noClasses()
                .that()
                .resideInAPackage("..shared..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.camunda..", "jakarta.persistence..")
                .because("everything depends on it, so it depends on nothing")),
        ENTITIES_HIDE_IN_THEIR_ROOM(classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .notBePublic()
                .because("another room could change them without their verbs")),
        ENTITIES_HAVE_NO_SETTERS(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameNotMatching("set[A-Z].*")
                .because("what happens to an aggregate has a name in the business")),
        NOTHING_IS_INJECTED_INTO_FIELDS(fields().should()
                .notBeAnnotatedWith(Autowired.class)
                .because("a class must be usable in a test without a container")),
        CONTROLLERS_LIVE_IN_WEB(classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .resideInAnyPackage("..web..", "..worklist..")
                .because("who looks for a page finds it by its folder")),
        NO_PACKAGE_FOR_ODDS_AND_ENDS(noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..helper..", "..manager..", "..common..")
                .because("such a package says nothing about what is in it")),
        STANDARD_OUTPUT_IS_SILENT(noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("what an operator should know is in the log"));

        private final ArchRule rule;

        Rule(ArchRule rule) {
            this.rule = rule;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theApplicationKeepsTheRule(Rule rule) {
        rule.rule.check(Classes.APPLICATION);
    }

    @ParameterizedTest
    @EnumSource
    void theRuleObjectsToAnOffence(Rule rule) {
        JavaClasses offences = new ClassFileImporter().importPackagesOf(Offences.class);

        assertThat(rule.rule.evaluate(offences).hasViolation())
                .as("%s finds its offence", rule)
                .isTrue();
    }
}
