package de.kreiskonzept.platform.home.digest;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.Mailbag;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class DigestIT {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private final PlatformUnderTest platform;
    private Workspace county;
    private String settings;

    DigestIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConceptWithAMeasureWithoutLight() throws Exception {
        county = platform.county();
        settings = "/" + county.slug() + "/benachrichtigungen";
        try (var concept = new ConceptSample(county)) {
            concept.measure(concept.section(null, "field_of_action", "Sprache"), "Kurse", "grey", true);
        }
    }

    @Test
    void tellsEverybodyOnceAWeekWhatWaits() throws Exception {
        platform.cookie(county, Roles.LEAD);
        platform.cookie(county, Roles.READER);

        assertThat(write(MONDAY)).isEqualTo(1);
        assertThat(write(MONDAY)).isZero();
        assertThat(write(MONDAY.plusWeeks(1))).isEqualTo(1);
        assertThat(mails())
                .hasSize(2)
                .allMatch(mail -> mail.contains("- Maßnahmen bewerten (1 offen)")
                        && mail.contains("/" + county.slug() + "/konzept/massnahmen?ampel=grau&auswertung=ja"));
        assertThat(platform.in(
                        platform.county(), () -> platform.bean(Digests.class).write(MONDAY)))
                .isZero();
    }

    @Test
    void writesNothingToWhomeverNothingWaitsFor() throws Exception {
        Workspace quiet = platform.county();
        try (var concept = new ConceptSample(quiet)) {
            concept.measure(concept.section(null, "field_of_action", "Sprache"), "Kurse", "green", true);
        }
        platform.cookie(quiet, Roles.EDITOR);

        assertThat(platform.in(quiet, () -> platform.bean(Digests.class).write(MONDAY)))
                .isZero();
    }

    @Test
    void endsByTheLinkInTheMailAndBeginsAgainByTheSettings() throws Exception {
        String lead = platform.cookie(county, Roles.LEAD);
        write(MONDAY);
        String link = link();

        assertThat(platform.page(link, "").body()).contains("Wochenüberblick abbestellen");
        assertThat(write(MONDAY.plusWeeks(1))).isEqualTo(1);
        assertThat(platform.form(link, link, "", Map.of()).body()).contains("Wochenüberblick abbestellt");
        assertThat(write(MONDAY.plusWeeks(2))).isZero();
        assertThat(platform.page(settings, lead).body())
                .contains("value=\"overdue\" checked")
                .doesNotContain("value=\"digest\" checked");

        platform.form(settings, settings, lead, Map.of("kind", "digest"));
        assertThat(write(MONDAY.plusWeeks(2))).isEqualTo(1);
    }

    @Test
    void leavesTheMailsOfOtherCountiesAlone() throws Exception {
        platform.cookie(county, Roles.LEAD);
        write(MONDAY);
        Workspace other = platform.county();
        String foreign = link().replace(county.slug(), other.slug());

        assertThat(platform.page(foreign, "").statusCode()).isEqualTo(404);
        assertThat(platform.page(link().substring(0, link().length() - 1), "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void offersNothingToRolesThatGetNoMails() throws Exception {
        String reader = platform.cookie(county, Roles.READER);
        assertThat(platform.page(settings, reader).body()).contains("Für Ihre Rolle verschickt das Programm keine");
        platform.form(settings, settings, reader, Map.of("kind", "digest"));
        assertThat(write(MONDAY)).isZero();
    }

    private int write(LocalDate monday) throws Exception {
        return platform.job(
                county, "weekly mails", () -> platform.bean(Digests.class).write(monday));
    }

    private List<String> mails() throws Exception {
        return platform.in(county, () -> platform.bean(Mailbag.class).bodies("das wartet im Arbeitsbereich"));
    }

    private String link() throws Exception {
        String mail = mails().getFirst();
        return mail.substring(mail.indexOf("/" + county.slug() + "/abbestellen/"))
                .strip();
    }
}
