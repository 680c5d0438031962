package de.kreiskonzept.platform.monitoring.stand;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sections over several Stände, in words and as bars. */
@ExtendWith(PlatformUnderTest.Given.class)
class StandTrendIT {
    private final PlatformUnderTest platform;

    StandTrendIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @Test
    void tellsHowEachSectionDidFromTheFirstStandToTheLast() throws Exception {
        Workspace county = platform.county();
        UUID version;
        try (var concept = new ConceptSample(county)) {
            version = concept.version();
            UUID language = concept.section(null, "field_of_action", "Sprache");
            UUID work = concept.section(null, "field_of_action", "Arbeit");
            concept.measure(language, "Kurs", "yellow", true);
            concept.measure(language, "Treff", "green", true);
            concept.measure(work, "Messe", "green", true);
        }
        UUID first = StandSample.of(platform, county, version, LocalDate.of(2024, 12, 31));
        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE monitoring_light SET light = 'green' WHERE light = 'yellow'");
        }
        UUID last = StandSample.of(platform, county, version, LocalDate.of(2025, 12, 31));
        String base = "/" + county.slug() + "/ampel/staende";
        String cookie = platform.cookie(county, Roles.READER);

        assertThat(platform.page(base, cookie).body()).contains("Verlauf über alle Stände");
        assertThat(platform.page(base + "/verlauf", cookie).body())
                .contains("Der grüne Anteil ist von 50 % (1 von 2) auf 100 % (2 von 2) gestiegen.")
                .contains("Der grüne Anteil ist gleich geblieben: 100 % (1 von 1) am Anfang, 100 % (1 von 1) jetzt.")
                .contains("Ampel 2024, 31.12.2024", "Ampel 2025, 31.12.2025");
        assertThat(platform.page(base + "/" + last + "/vergleich/" + first, cookie)
                        .body())
                .contains("Nach Bereichen", "verbessert", "unverändert", "2 Maßnahmen zählen: 1 grün, 1 gelb")
                .contains("<summary>Eine unveränderte Maßnahme</summary>", "?bewegung=improved#massnahmen");
        String improved = base + "/" + last + "/vergleich/" + first + "?bewegung=improved";
        assertThat(platform.page(improved, cookie).body())
                .contains("Kurs")
                .doesNotContain("Treff", "Messe", "<summary>Eine unveränderte");
        assertThat(platform.page(improved.replace("improved", "same"), cookie).body())
                .contains("Treff", "<details class=\"kk-details\" open")
                .doesNotContain(">Kurs<");
        assertThat(platform.page(improved.replace("improved", "nichts"), cookie).body())
                .contains("Kurs", "Treff", "Messe");
    }

    @Test
    void saysThatThereIsNoStandYet() throws Exception {
        Workspace county = platform.county();

        var page = platform.page("/" + county.slug() + "/ampel/staende/verlauf", platform.cookie(county, Roles.READER));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Noch kein Stand");
    }
}
