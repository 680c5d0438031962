package de.kreiskonzept.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bis Ende 2016 erhält jeder Haushalt Hinweise.",
                "Drei Viertel der Kinder besuchen im Jahr 2028 eine Kita.",
                "Die Zahl der Kurse steigt innerhalb von zwei Jahren um ein Fünftel.",
                "Zum 1. März gibt es 12 Plätze."
            })
    void findsFigureAndDateInWordsToo(String text) {
        assertThat(Wording.hints(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wir haben die Beratung gemacht und besser an den Mann gebracht.",
                "Begegnung gelingt auch in der Nacht.",
                "Zugewanderte finden Rat im Umkreis."
            })
    void missesFigureAndDate(String text) {
        assertThat(Wording.hints(text)).containsExactly(CheckKind.NO_FIGURE, CheckKind.NO_DATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Der Bund soll die Kosten tragen.",
                "Das Land Baden-Württemberg soll mehr Stellen fördern.",
                "Mehr Kurse sollen das Land und die Gemeinden anbieten.",
                "Künftig sollte die Landesregierung früher informieren.",
                "Bund und Länder müssen sich einigen.",
                "Die Bundesregierung wird dazu aufgefordert.",
                "Land Baden-Württemberg soll zahlen."
            })
    void findsAGoalForSomebodyElse(String text) {
        assertThat(Wording.hints(text)).contains(CheckKind.ADDRESSEE_ELSEWHERE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Der Landkreis soll Kurse anbieten.",
                "Mit dem Land Baden-Württemberg soll ein Vertrag geschlossen werden.",
                "Freiwillige im Bundesfreiwilligendienst sollen Lotsen werden.",
                "Das Land wird an der Arbeitsgruppe beteiligt.",
                "Das Leben auf dem Land soll angenehm bleiben.",
                "Der Bundesverband hilft, der Kreis soll es ihm danken."
            })
    void leavesGoalsOfTheCountyAlone(String text) {
        assertThat(Wording.hints(text)).doesNotContain(CheckKind.ADDRESSEE_ELSEWHERE);
    }
}
