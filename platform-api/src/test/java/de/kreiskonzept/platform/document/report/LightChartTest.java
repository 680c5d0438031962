package de.kreiskonzept.platform.document.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.platform.document.report.LightChart.Bar;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LightChartTest {
    private static final Map<TrafficLight, String> WORDS = Map.of(
            TrafficLight.GREEN,
            "Grün",
            TrafficLight.YELLOW,
            "Gelb",
            TrafficLight.RED,
            "Rot",
            TrafficLight.GREY,
            "Nicht bewertet");

    @Test
    void saysNumberAndWordInAWideBarAndTheNumberInANarrowOne() {
        String svg = chart(new Bar("Unterziel 1", new Tally(18, 1, 0, 1, 5)));

        assertThat(svg).contains(">18 grün<", ">1<", ">20<", "url(#c-green)").doesNotContain(">0<", ">1 gelb<");
    }

    @Test
    void drawsAnEmptyFrameWhereNothingCounts() {
        assertThat(chart(new Bar("Leer & neu", new Tally(0, 0, 0, 0, 3))))
                .contains("stroke-dasharray", "Leer &amp; neu", ">0<");
    }

    @Test
    void writesALongNameInTwoLinesBeforeItsBar() {
        String svg = chart(new Bar("Zusammenarbeit mit kreisangehörigen Kommunen", new Tally(1, 0, 0, 0, 0)));

        assertThat(svg).contains(">Zusammenarbeit mit<", ">kreisangehörigen Kommunen<", "x=\"196.0\"");
        assertThat(chart(new Bar("Unterziel 1", new Tally(1, 0, 0, 0, 0)))).contains("x=\"128.0\"");
        assertThat(chart(new Bar("x".repeat(90), new Tally(1, 0, 0, 0, 0)))).contains(">" + "x".repeat(26) + "…<");
    }

    private static String chart(Bar bar) {
        return new LightChart("c", List.of(bar), WORDS, "#000").svg();
    }
}
