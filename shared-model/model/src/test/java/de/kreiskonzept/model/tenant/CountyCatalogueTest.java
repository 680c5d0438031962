package de.kreiskonzept.model.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CountyCatalogueTest {
    private final CountyCatalogue catalogue = CountyCatalogue.load();

    @Test
    void holds294CountiesAnd106Cities() {
        assertThat(catalogue.list()).hasSize(400);
        assertThat(catalogue.list())
                .filteredOn(c -> c.type() == CountyType.LANDKREIS)
                .hasSize(294);
        assertThat(catalogue.list())
                .filteredOn(c -> c.type() == CountyType.KREISFREIE_STADT)
                .hasSize(106);
        assertThat(catalogue.list()).extracting(County::ags).doesNotHaveDuplicates();
        assertThat(catalogue.list()).extracting(County::land).doesNotContainNull();
        assertThat(catalogue.list().stream().map(County::land).distinct()).hasSize(16);
    }

    @Test
    void namesItsSourceAndStatus() {
        assertThat(catalogue.source()).contains("Destatis");
        assertThat(catalogue.status()).hasYear(2021);
    }

    @Test
    void keepsLeadingZeros() {
        assertThat(catalogue.find(new Ags("08335")))
                .hasValueSatisfying(county -> assertThat(county.displayName()).isEqualTo("Landkreis Konstanz"));
        assertThat(catalogue.find(new Ags("01001")))
                .hasValueSatisfying(county -> assertThat(county.displayName()).isEqualTo("Stadt Flensburg, kreisfrei"));
    }

    @Test
    void knowsNoCountyThatWasMerged() {
        assertThat(catalogue.find(new Ags("16056")))
                .as("Eisenach, merged in 2021")
                .isEmpty();
        assertThat(catalogue.find(new Ags("03152")))
                .as("old Göttingen, merged in 2016")
                .isEmpty();
        assertThat(catalogue.find(new Ags("03156")))
                .as("Osterode, merged in 2016")
                .isEmpty();
        assertThat(catalogue.find(new Ags("03159"))).isPresent();
    }

    @Test
    void tellsTheTwentyOneSharedNamesApart() {
        var byName = catalogue.list().stream().collect(Collectors.groupingBy(County::name));
        assertThat(byName.values().stream().filter(same -> same.size() > 1)).hasSize(21);
        assertThat(catalogue.list()).extracting(County::displayName).doesNotHaveDuplicates();
        assertThat(display("09187")).isEqualTo("Landkreis Rosenheim");
        assertThat(display("09163")).isEqualTo("Stadt Rosenheim, kreisfrei");
    }

    @Test
    void addsNoWordToNamesThatSayWhatTheyAre() {
        assertThat(display("08435")).isEqualTo("Bodenseekreis");
        assertThat(display("03241")).isEqualTo("Region Hannover");
        assertThat(display("05334")).isEqualTo("Städteregion Aachen");
        assertThat(display("10041")).isEqualTo("Regionalverband Saarbrücken");
        assertThat(display("05154")).isEqualTo("Kreis Kleve");
    }

    @Test
    void givesEachCountyASlugOfItsOwn() {
        assertThat(catalogue.list().stream().map(c -> catalogue.slugOf(c.ags()).text()))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(Slug.RESERVED);
        assertThat(slug("08335")).isEqualTo("konstanz");
        assertThat(slug("08115")).isEqualTo("boeblingen");
        assertThat(slug("09187")).isEqualTo("landkreis-rosenheim");
        assertThat(slug("09163")).isEqualTo("stadt-rosenheim");
        assertThat(slug("08337")).isEqualTo("waldshut");
    }

    @Test
    void refusesTheSlugOfAnUnknownCounty() {
        assertThatThrownBy(() -> catalogue.slugOf(new Ags("99999"))).hasMessageContaining("99999");
    }

    @Test
    void namesTheLandOfACounty() {
        Function<String, String> land =
                ags -> catalogue.find(new Ags(ags)).orElseThrow().land();
        assertThat(land.apply("08335")).isEqualTo("Baden-Württemberg");
        assertThat(land.apply("16077")).isEqualTo("Thüringen");
    }

    private String display(String ags) {
        return catalogue.find(new Ags(ags)).orElseThrow().displayName();
    }

    private String slug(String ags) {
        return catalogue.slugOf(new Ags(ags)).text();
    }
}
