package de.kreiskonzept.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {
    @Test
    void readsNumberAndNameOfASection() {
        assertThat(mark("Handlungsfeld 3: Wohnen"))
                .isEqualTo(new Mark.SectionHeading(SectionKind.FIELD_OF_ACTION, 1, "3", "Wohnen", false));
        assertThat(mark("Querschnitsthema Ehrenamt"))
                .isEqualTo(new Mark.SectionHeading(SectionKind.CROSS_CUTTING_THEME, 1, "", "Ehrenamt", true));
        assertThat(mark("Kapitel 2.1 Kurse"))
                .isEqualTo(new Mark.SectionHeading(SectionKind.OTHER, 2, "2.1", "Kurse", false));
        assertThat(mark("### Unterkapitel Kurse"))
                .isEqualTo(new Mark.SectionHeading(SectionKind.OTHER, 3, "", "Kurse", false));
        for (String heading : new String[] {
            "Handlungsfeld und Querschnittsthema 4: Ehrenamt",
            "4. Handlungsfeld und Querschnittsthema: Ehrenamt",
            "QUERSCHNITTSTHEMA UND HANDLUNGSFELD 4 Ehrenamt"
        }) {
            assertThat(mark(heading))
                    .isEqualTo(new Mark.SectionHeading(SectionKind.FIELD_AND_THEME, 1, "4", "Ehrenamt", false));
        }
        assertThat(mark("Handlungsfeld und Querschnittsthema sind hier dasselbe."))
                .isInstanceOf(Mark.Words.class);
    }

    @Test
    void readsNumberAndTextOfGoalsAndMeasures() {
        assertThat(mark("Leitziel: Alle lernen."))
                .isEqualTo(new Mark.GoalStart(GoalKind.OVERALL_GOAL, "", "Alle lernen.", false));
        assertThat(mark("Ziel 2.3 Alle lernen."))
                .isEqualTo(new Mark.GoalStart(GoalKind.GOAL, "2.3", "Alle lernen.", false));
        assertThat(mark("* Maßnahme A1.1) Kurse")).isEqualTo(new Mark.MeasureStart("A1.1", "Kurse", false));
        assertThat(mark("M 4: Kurse")).isEqualTo(new Mark.MeasureStart("4", "Kurse", false));
        assertThat(mark("Maßname 2a: Kurse")).isEqualTo(new Mark.MeasureStart("2a", "Kurse", true));
    }

    @Test
    void knowsHeadingsOfLists() {
        assertThat(mark("Maßnahmen:")).isEqualTo(new Mark.MeasureListHeading());
        assertThat(mark("## Unterziele")).isEqualTo(new Mark.GoalListHeading(GoalKind.SUB_GOAL));
    }

    @Test
    void knowsHeadingsOfTexts() {
        assertThat(mark("Ausgangslage")).isEqualTo(new Mark.TextHeading("", "Ausgangslage", "", true));
        assertThat(mark("Vision: Alle dabei")).isEqualTo(new Mark.TextHeading("", "Vision", "Alle dabei", true));
        assertThat(mark("## 2 Etwas")).isEqualTo(new Mark.TextHeading("2", "Etwas", "", false));
    }

    @Test
    void knowsListItems() {
        assertThat(mark("- ein Punkt")).isEqualTo(new Mark.Item("", "ein Punkt"));
        assertThat(mark("2a) ein Punkt")).isEqualTo(new Mark.Item("2a", "ein Punkt"));
        assertThat(mark("- z.B. ein Punkt")).isEqualTo(new Mark.Item("", "z.B. ein Punkt"));
        assertThat(mark("Federführung: Amt")).isEqualTo(new Mark.Responsible("Amt"));
        assertThat(mark("Beispiel: Handlungsfeld Sport")).isEqualTo(new Mark.ExampleStart());
        assertThat(mark(" ")).isEqualTo(new Mark.Blank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Handlungsfelder sind wichtig",
                "Das Oberziel Sprache steht fest",
                "Ziel ist es zu lernen",
                "Maßnahmen werden geplant und umgesetzt",
                "Handlungsfeld Sprache ist der Anfang von allem",
                "30 Menschen haben gelernt",
                "Beispiel: Kurse am Abend",
                "Kapitel-Nummern fehlen"
            })
    void takesOrdinaryWordsForWords(String text) {
        assertThat(mark(text)).isEqualTo(new Mark.Words(text));
    }

    private static Mark mark(String text) {
        return Classifier.classify(SourceText.lines(text).getFirst(), SourceLine.NONE);
    }
}
