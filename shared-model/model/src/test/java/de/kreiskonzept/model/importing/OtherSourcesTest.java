package de.kreiskonzept.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real documents that are no concept: a paper of a committee, a check list, slides. */
class OtherSourcesTest {
    @ParameterizedTest
    @ValueSource(strings = {"konstanz-2017", "waldshut-2019", "iq-niko"})
    void findsNoConceptAndSaysSo(String source) {
        ParsedConcept parsed = parse(source);
        assertThat(parsed.outline().sections()).isEmpty();
        assertThat(parsed.deviations()).extracting(Deviation::kind).contains(DeviationKind.NO_SECTION);
    }

    @Test
    void findsTheOneGoalOfTheSlidesWithItsMeasuresAndTheStatedNumbers() {
        ParsedConcept parsed = parse("boeblingen-2014");
        assertThat(parsed.outline().stated()).isEqualTo(new StatedCounts(78, 205));
        assertThat(parsed.outline().sections()).hasSize(1);
        OutlineGoal goal = parsed.outline().sections().getFirst().goals().getFirst();
        assertThat(goal.number()).isEqualTo("2");
        assertThat(goal.measures()).extracting(OutlineMeasure::number).containsExactly("2a", "2b", "2c", "2d");
        assertThat(parsed.deviations())
                .extracting(Deviation::kind)
                .contains(DeviationKind.STATED_GOALS_DIFFER, DeviationKind.STATED_MEASURES_DIFFER);
    }

    private static ParsedConcept parse(String source) {
        return (ParsedConcept) ConceptTextParser.read(Sources.text(source));
    }
}
