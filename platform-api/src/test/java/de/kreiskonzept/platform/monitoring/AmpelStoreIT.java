package de.kreiskonzept.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class AmpelStoreIT {
    private final PlatformUnderTest platform;

    AmpelStoreIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @Test
    void findsNothingInACountyWithoutConcept() throws Exception {
        assertThat(ampel(platform.county())).isEmpty();
    }

    @Test
    void addsUpAConceptThatHasNoSectionYet() throws Exception {
        Workspace county = platform.county();
        new ConceptSample(county).close();

        Ampel ampel = ampel(county).orElseThrow();

        assertThat(ampel.sections()).isEmpty();
        assertThat(ampel.total().tally()).isEqualTo(Tally.EMPTY);
        assertThat(ampel.total().stated()).isEqualTo(new StatedCounts(64, 193));
    }

    @Test
    void countsAMeasureOfTwoGoalsOnceAndLeavesOutWhatIsDeleted() throws Exception {
        Workspace county = platform.county();
        try (var concept = new ConceptSample(county)) {
            var language = concept.section(null, "field_of_action", "Sprache");
            var overall = concept.goal(language, null, "overall_goal", "Oberziel");
            var courses = concept.goal(language, overall, "sub_goal", "Kurse");
            var places = concept.goal(language, overall, "sub_goal", "Orte");
            concept.measure(language, "dient beiden", "green", true, courses, places);
            concept.measure(language, "zählt nicht", "red", false, courses);
            concept.measure(language, "ohne Ziel", "grey", true);
            concept.delete("concept_measure", concept.measure(language, "gelöscht", "red", true, courses));
            var gone = concept.section(null, "other", "Gelöscht");
            concept.measure(gone, "im Gelöschten", "yellow", true);
            concept.delete("concept_section", gone);
        }

        Ampel ampel = ampel(county).orElseThrow();

        assertThat(ampel.total().tally()).isEqualTo(new Tally(1, 0, 0, 1, 1));
        assertThat(ampel.total().goals()).isEqualTo(2);
        var section = ampel.sections().getFirst();
        assertThat(section.kind()).isEqualTo(SectionKind.FIELD_OF_ACTION);
        assertThat(section.shared()).isEqualTo(1);
        assertThat(section.withoutGoal()).isEqualTo(new Tally(0, 0, 0, 1, 0));
        assertThat(section.goals().getFirst().goals())
                .extracting(goal -> goal.tally().green())
                .containsExactly(1, 1);
    }

    @Test
    void keepsSectionsAndGoalsInTheirOrder() throws Exception {
        Workspace county = platform.county();
        try (var concept = new ConceptSample(county)) {
            var first = concept.section(null, "other", "Zuerst");
            var below = concept.section(first, "other", "Darunter");
            concept.section(null, "other", "Danach");
            concept.goal(below, null, "goal", "Eins");
            concept.goal(below, null, "goal", "Zwei");
        }

        Ampel ampel = ampel(county).orElseThrow();

        assertThat(ampel.sections()).extracting(Ampel.OfSection::name).containsExactly("Zuerst", "Danach");
        assertThat(ampel.sections().getFirst().sections().getFirst().goals())
                .extracting(Ampel.OfGoal::text)
                .containsExactly("Eins", "Zwei");
    }

    private Optional<Ampel> ampel(Workspace county) throws Exception {
        return platform.in(county, () -> platform.bean(Evaluation.class).find());
    }
}
