package de.kreiskonzept.platform.onboarding.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that prove an answer of the guided start. */
@ExtendWith(PlatformUnderTest.Given.class)
class AnswerFilesIT {
    private static final byte[] PDF = "%PDF-1.7 Beschluss".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(StandardCharsets.US_ASCII);

    private final PlatformUnderTest platform;
    private Workspace county;
    private String page;
    private String lead;

    AnswerFilesIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void theFirstQuestion() throws Exception {
        county = platform.county();
        page = "/" + county.slug() + "/start/fragen/mandate/nachweise";
        lead = platform.cookie(county, Roles.LEAD);
    }

    @Test
    void aResolutionIsAddedReadByEverybodyAndTakenAway() throws Exception {
        assertThat(platform.page("/" + county.slug() + "/start/fragen/mandate", lead)
                        .body())
                .contains(page);
        assertThat(platform.page(page, lead).body()).contains("Noch keine Datei.");
        assertThat(platform.upload(page, lead, Map.of(), "Vorlagen/Beschluss <2026>.exe", PDF)
                        .statusCode())
                .isEqualTo(303);

        String file =
                file(platform.page(page, platform.cookie(county, Roles.READER)).body());
        var sent = platform.page(file, platform.cookie(county, Roles.READER));
        assertThat(sent.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(sent.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .endsWith("Beschluss%202026.pdf");

        assertThat(platform.form(page, file + "/loeschen", lead, Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(platform.page(file, lead).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNeitherImageNorPdfIsRefusedByItsContent() throws Exception {
        var refused = platform.upload(page, lead, Map.of(), "Bild.png", SVG);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("weder ein Bild noch eine PDF-Datei");
        assertThat(platform.upload(page, lead, Map.of(), "", new byte[0]).statusCode())
                .isEqualTo(422);
    }

    @Test
    void onlyWhoeverMayAnswerAddsAFile() throws Exception {
        for (String role : new String[] {Roles.READER, Roles.ADMIN, Roles.MEMBER, Roles.EDITOR}) {
            assertThat(platform.upload(page, platform.cookie(county, role), Map.of(), "B.pdf", PDF)
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
    }

    @Test
    void belongsToItsCountyAndItsQuestion() throws Exception {
        platform.upload(page, lead, Map.of(), "B.pdf", PDF);
        String file = file(platform.page(page, lead).body());
        Workspace other = platform.county();

        assertThat(platform.page(file.replace(county.slug(), other.slug()), platform.cookie(other, Roles.LEAD))
                        .statusCode())
                .isEqualTo(404);
        assertThat(platform.page(file.replace("/mandate/", "/project/"), lead).statusCode())
                .isEqualTo(404);
        assertThat(platform.page(page.replace("/mandate/", "/gibt-es-nicht/"), lead)
                        .statusCode())
                .isEqualTo(404);
    }

    private String file(String body) {
        var found = Pattern.compile(page + "/[0-9a-f-]{36}").matcher(body);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
