package de.kreiskonzept.model.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineYamlTest {
    private static final String EXAMPLE = """
            title: Musterkonzept
            stated: {goals: 1, measures: 2}
            texts:
              - {name: Vision, text: Alle gehören dazu.}
            sections:
              - kind: field_of_action
                name: Sprache
                goals:
                  - kind: overall_goal
                    text: Alle lernen Deutsch.
                    goals:
                      - kind: sub_goal
                        number: 1
                        text: Kurse sind nah.
                        measures:
                          - number: 2a
                            text: Kurse planen
                          - text: Busse
                            counted: false
                            light: red
                            reason: no_capacity
                            justification: kein Personal
                            responsible: Amt
            """;

    @Test
    void readsTheWholeTree() {
        ConceptOutline outline = OutlineYaml.read(EXAMPLE);
        assertThat(outline.title()).isEqualTo("Musterkonzept");
        assertThat(outline.stated()).isEqualTo(new StatedCounts(1, 2));
        assertThat(outline.texts()).containsExactly(new OutlineText("Vision", "Alle gehören dazu.", 0));
        OutlineGoal sub =
                outline.sections().getFirst().goals().getFirst().goals().getFirst();
        assertThat(sub.number()).isEqualTo("1");
        assertThat(sub.measures())
                .containsExactly(
                        OutlineMeasure.unassessed("2a", "Kurse planen", 0),
                        new OutlineMeasure(
                                "",
                                "Busse",
                                0,
                                false,
                                TrafficLight.RED,
                                ReasonClass.NO_CAPACITY,
                                "kein Personal",
                                "Amt",
                                ""));
        assertThat(outline.countDifferences()).isEmpty();
    }

    @Test
    void takesMissingFieldsAsEmpty() {
        ConceptOutline outline = OutlineYaml.read("sections: [{name: Wohnen}]");
        assertThat(outline.title()).isEmpty();
        assertThat(outline.stated().isEmpty()).isTrue();
        assertThat(outline.sections().getFirst().kind()).isEqualTo(SectionKind.OTHER);
        assertThat(outline.sections().getFirst().goals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "field_of_action | action | sections[0].kind: Unknown section kind: action",
                "sub_goal | subgoal | sections[0].goals[0].goals[0].kind: Unknown goal kind: subgoal",
                "light: red | light: blue | sections[0].goals[0].goals[0].measures[1].light: Unknown traffic light: blue",
                "counted: false | counted: vielleicht | measures[1].counted: must be true or false",
                "measures: 2 | measures: zwei | stated.measures: must be a whole number",
                "text: Busse | text: '' | measures[1]: text: must not be blank",
                "text: Busse | satz: Busse | measures[1]: unknown field satz",
                "title: Musterkonzept | title: [a] | title: must be a text"
            })
    void saysWhereAFaultIs(String right, String wrong, String message) {
        String yaml = EXAMPLE.replace(right, wrong);
        assertThat(yaml).isNotEqualTo(EXAMPLE);
        assertThatThrownBy(() -> OutlineYaml.read(yaml))
                .isInstanceOf(OutlineYaml.Unreadable.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesWhatIsNoOutline() {
        for (String yaml : new String[] {"", "- a", "title: [", "!!java.io.File [x]", "a: 1\na: 2", "sections: 3"}) {
            assertThatThrownBy(() -> OutlineYaml.read(yaml)).isInstanceOf(OutlineYaml.Unreadable.class);
        }
    }
}
