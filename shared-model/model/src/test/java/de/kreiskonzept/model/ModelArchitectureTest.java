package de.kreiskonzept.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the packages of this module may know of each other and of the world. */
class ModelArchitectureTest {
    /** A package uses only packages listed before it. */
    private static final List<String> ORDER = List.of(
            "yaml",
            "tenant",
            "directory",
            "topic",
            "concept",
            "measure",
            "structure",
            "outline",
            "chapter",
            "check",
            "lineage",
            "situation",
            "monitoring",
            "voting",
            "committee",
            "meeting",
            "resolution",
            "workflow",
            "participation",
            "onboarding",
            "catalogue",
            "importing",
            "importing.table");

    private static final String ROOT = "de.kreiskonzept.model.";
    private static final int MOST_TYPES = 20;

    // To read them takes seconds.
    private static final JavaClasses MODEL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("de.kreiskonzept.model");

    @Test
    void usesNoFramework() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "jakarta.persistence..",
                        "org.yaml.snakeyaml..",
                        "de.kreiskonzept.model..")
                .check(MODEL);
    }

    @Test
    void holdsOnlyListedPackagesAndUsesThemInTheirOrder() {
        assertThat(MODEL.stream().map(JavaClass::getPackageName).distinct())
                .allMatch(name -> name.startsWith(ROOT) && ORDER.contains(name.substring(ROOT.length())));
        for (int i = 0; i < ORDER.size() - 1; i++) {
            String[] later = ORDER.subList(i + 1, ORDER.size()).stream()
                    .map(name -> ROOT + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ORDER.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .allowEmptyShould(true)
                    .check(MODEL);
        }
    }

    @Test
    void hasNoCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(MODEL);
    }

    @Test
    void keepsPackagesSmall() {
        Map<String, Long> types = MODEL.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(types)
                .allSatisfy((name, number) -> assertThat(number).as(name).isLessThanOrEqualTo(MOST_TYPES));
    }

    @Test
    void hasNoStaticStateThatChanges() {
        assertThat(MODEL.stream().flatMap(type -> type.getFields().stream()))
                .filteredOn(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filteredOn(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL));
    }
}
