package de.kreiskonzept.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.monitoring.Tally;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class AmpelBarTest {
    @Test
    void isWellFormedAlsoWithSignsThatXmlReserves() throws Exception {
        Document svg = parse(new AmpelBar("bar-1", new Tally(1, 1, 1, 1, 1), "Arbeit & <Beruf> \"A\"", "1 von 4"));

        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Arbeit & <Beruf> \"A\"");
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("desc").getLength()).isEqualTo(1);
    }

    @Test
    void fillsTheWholeWidthWithWhatCounts() throws Exception {
        NodeList parts =
                parse(new AmpelBar("b", new Tally(81, 70, 19, 14, 9), "t", "d")).getElementsByTagName("rect");

        double sum = 0;
        for (int i = 0; i < parts.getLength(); i++) {
            Element part = (Element) parts.item(i);
            assertThat(percent(part, "x")).isCloseTo(sum, org.assertj.core.data.Offset.offset(0.01));
            sum += percent(part, "width");
        }
        assertThat(parts.getLength()).isEqualTo(4);
        assertThat(sum).isCloseTo(100, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void givesEachLightAPatternAndAnOutlineButNoStyle() throws Exception {
        String svg = new AmpelBar("b", new Tally(1, 1, 1, 1, 0), "t", "d").svg();

        assertThat(svg).contains("kk-pattern-green", "kk-pattern-yellow", "kk-pattern-red", "kk-pattern-grey");
        assertThat(svg).contains("stroke=").doesNotContain("style=");
    }

    @Test
    void drawsAnEmptyFrameWhereNothingCounts() throws Exception {
        NodeList parts =
                parse(new AmpelBar("b", new Tally(0, 0, 0, 0, 3), "t", "d")).getElementsByTagName("rect");

        assertThat(parts.getLength()).isEqualTo(1);
        assertThat(((Element) parts.item(0)).getAttribute("fill")).isEqualTo("none");
    }

    private static double percent(Element part, String attribute) {
        return Double.parseDouble(part.getAttribute(attribute).replace("%", ""));
    }

    private static Document parse(AmpelBar bar) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bar.svg().getBytes(StandardCharsets.UTF_8)));
    }
}
