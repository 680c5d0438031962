package de.kreiskonzept.platform.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A county writes a checklist of its own, as a text and without a line of code. */
@ExtendWith(PlatformUnderTest.Given.class)
class OwnChecklistIT {
    private static final String OWN = """
            key: own
            version: 1
            title: In einem Schritt
            phases:
              - key: only
                title: Nur dieser
                questions:
                  - key: wish
                    title: Was wünschen wir uns?
                    why: Damit wir es wissen.
                    fields:
                      - {key: words, kind: text, label: Wunsch}
            """;

    private final PlatformUnderTest platform;
    private String start;
    private String page;
    private String lead;

    OwnChecklistIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void anEmptyCounty() throws Exception {
        Workspace county = platform.county();
        start = "/" + county.slug() + "/start";
        page = start + "/checkliste";
        lead = platform.cookie(county, Roles.LEAD);
        assertThat(platform.page(page, platform.cookie(county, Roles.EDITOR)).statusCode())
                .isEqualTo(403);
    }

    private int save(String text, String version) throws Exception {
        return platform.form(page, page, lead, Map.of("content", text, "version", version))
                .statusCode();
    }

    @Test
    void anOwnTextTakesThePlaceOfTheUsualOneUntilItIsGivenUp() throws Exception {
        assertThat(platform.page(page, lead).body()).contains("key: iq", "Welchen Auftrag habe ich?");
        assertThat(save(OWN, "0")).isEqualTo(303);
        assertThat(platform.page(start, lead).body())
                .contains("1. Was wünschen wir uns?", "0 von 1 Fragen")
                .doesNotContain("Welchen Auftrag");
        assertThat(platform.page(start + "/fragen/mandate", lead).statusCode()).isEqualTo(404);
        assertThat(platform.form(page, page + "/loeschen", lead, Map.of("version", "1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(platform.page(start, lead).body()).contains("Welchen Auftrag habe ich?");
    }

    @Test
    void whatCannotBeReadIsAnsweredWithLineAndReason() throws Exception {
        var broken = platform.form(
                page, page, lead, Map.of("content", OWN.replace("kind: text", "kind: wish"), "version", "0"));
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body()).contains("Zeile 12: Diesen Wert gibt es hier nicht: wish", "kind: wish");
        assertThat(save(OWN, "0")).isEqualTo(303);
        assertThat(save(OWN, "0")).isEqualTo(409);
    }
}
