package de.kreiskonzept.foundation.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoundationArchitectureTest {
    private final Structure structure = new Structure("de.kreiskonzept.foundation");

    @Test
    void usesOnlyPackagesNamedBefore() {
        assertThat(structure.againstOrder(List.of(
                        "time",
                        "pdf",
                        "database",
                        "log",
                        "trace",
                        "route",
                        "web",
                        "signin",
                        "mail",
                        "job",
                        "audit",
                        "secondfactor",
                        "entrance")))
                .isEmpty();
    }

    @Test
    void knowsNeitherApplication() {
        assertThat(structure.usesOf("de.kreiskonzept.platform", "de.kreiskonzept.admin"))
                .isEmpty();
    }

    @Test
    void declaresWhoMayCallEveryRoute() {
        assertThat(structure.undeclaredRoutes(
                        Set.of("ApiDescription.show", "ApiReader.show", "ProblemPages.list", "ProblemPages.show")))
                .isEmpty();
    }

    @Test
    void writesDaysAndTimesInOneWay() {
        assertThat(structure.ownFormsOfTime()).isEmpty();
    }

    @Test
    void keepsNamesAndSizes() {
        assertThat(structure.emptyNames()).isEmpty();
        assertThat(structure.randomKeys(Set.of())).isEmpty();
        assertThat(structure.fullPackages()).isEmpty();
        assertThat(structure.greedyBeans()).isEmpty();
        assertThat(Sizes.complaints(Path.of(""))).isEmpty();
    }

    /** The module below, which has no test library of its own for it. */
    @Test
    void keepsSizesOfTheModel() {
        assertThat(Sizes.complaints(Path.of("../model"))).isEmpty();
    }
}
