package de.kreiskonzept.platform.situation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.situation.ChartKind;
import de.kreiskonzept.model.situation.Period;
import de.kreiskonzept.model.situation.Reading;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class SeriesChartTest {
    private static final SeriesChart.Words WORDS =
            new SeriesChart.Words("Kurse <&\">", "zwei Werte", "n. e.", "Bruch", "Ziel");
    private static final Pattern PLACE = Pattern.compile(" (?:x|y|cx|cy|x1|x2|y1|y2|width|height)=\"(-?[0-9.]+)\"");

    private static SeriesChart chart(ChartKind kind, Reading... readings) {
        return new SeriesChart("bild", kind, List.of(readings), null, WORDS, "currentColor");
    }

    private static Reading reading(String period, String value) {
        return new Reading(new Period(period), new BigDecimal(value), "", "", "");
    }

    private static int count(String svg, String part) {
        return svg.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void drawsABarForEachValueAndAWordForWhatIsMissing() throws Exception {
        var missing = new Reading(new Period("2022"), null, "Pandemie", "", "");
        String svg = chart(ChartKind.BAR, reading("2021", "5"), missing, reading("2023", "-3"))
                .svg();
        assertThat(count(svg, "<rect")).isEqualTo(2);
        assertThat(svg).contains(">n. e.</text>", ">2021</text>", ">2022</text>", ">−4</text>", "url(#bild-p)");
        assertThat(svg).contains("Kurse &lt;&amp;&quot;&gt;</title>").doesNotContain("style=");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void drawsNoLineAcrossAGapOrABreak() {
        var missing = new Reading(new Period("2022"), null, "Pandemie", "", "");
        var broken = new Reading(new Period("2024"), BigDecimal.TEN, "", "neu gezählt", "");
        String whole = chart(ChartKind.LINE, reading("2020", "5"), reading("2021", "6"))
                .svg();
        assertThat(count(whole, "stroke-width=\"2.5\"")).isEqualTo(1);
        String svg = chart(ChartKind.LINE, reading("2021", "5"), missing, reading("2023", "6"), broken)
                .svg();
        assertThat(count(svg, "stroke-width=\"2.5\"")).isZero();
        assertThat(count(svg, "<circle")).isEqualTo(3);
        assertThat(count(svg, ">Bruch</text>")).isEqualTo(1);
    }

    @Test
    void leavesOutPeriodsThatDoNotFitButNoneOfTheFirst() {
        var many = new ArrayList<Reading>();
        for (int year = 1950; year < 2025; year++) {
            many.add(reading(year + "-02-28", "1"));
        }
        String svg = chart(ChartKind.BAR, many.toArray(Reading[]::new)).svg();
        assertThat(svg).contains(">28.02.1950</text>");
        assertThat(count(svg, "text-anchor=\"middle\"")).isBetween(2, 5);
    }

    @Property
    void staysInsideThePicture(
            @ForAll ChartKind kind,
            @ForAll @Size(max = 30)
                    List<@BigRange(min = "-999999999999999", max = "999999999999999") BigDecimal> values,
            @ForAll @BigRange(min = "-9999", max = "9999") BigDecimal target) {
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < values.size(); i++) {
            BigDecimal value = i % 5 == 3 ? null : values.get(i);
            String missing = value == null ? "nicht gefragt" : "";
            readings.add(new Reading(
                    new Period(String.valueOf(1990 + 3 * i + i % 2)), value, missing, i % 7 == 6 ? "neu" : "", ""));
        }
        String svg = new SeriesChart("bild", kind, readings, target, WORDS, "#000").svg();
        String picture = svg.substring(svg.indexOf("<g "));
        assertThat(PLACE.matcher(picture).results().map(MatchResult::group)).isNotEmpty();
        assertThat(PLACE.matcher(picture).results().map(place -> Double.parseDouble(place.group(1))))
                .allSatisfy(place -> assertThat(place).isBetween(-0.1, SeriesChart.WIDTH + 0.1));
    }
}
