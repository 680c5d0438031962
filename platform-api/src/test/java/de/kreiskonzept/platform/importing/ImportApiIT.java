package de.kreiskonzept.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class ImportApiIT {
    private final PlatformUnderTest platform;
    private String base;
    private String lead;

    ImportApiIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        Workspace county = platform.county();
        base = "/api/v1/" + county.slug() + "/imports";
        lead = platform.token(county, Roles.LEAD);
    }

    @Test
    void showsAPreviewAndTakesItOverWithoutDoubles() throws Exception {
        var preview = upload("QUERSCHNITTSTEHMA Ehrenamt\nOberziel: Gut\nUnterziel 1: Besser\nMaßnahme: Fest\n");
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(201);
        assertThat(preview.body()).contains("cross_cutting_theme", "misspelt_heading", "\"line\":1", "\"measures\":1");
        String path = base + "/" + id(preview);
        assertThat(platform.get(path, lead).statusCode()).isEqualTo(200);
        var done = platform.post(path + "/take-over", lead, "{}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(done.body()).contains("\"sections\":1", "\"goals\":2", "\"measures\":1");
        assertThat(platform.post(path + "/take-over", lead, "{}").body()).contains("\"sections\":0", "\"known\":4");
    }

    @Test
    void listsLinesLeftOutAndSaysWhatATakeOverWouldDo() throws Exception {
        var preview = upload("Handlungsfeld Wohnen\nZiel 1: Bauen\n---\n");
        assertThat(preview.body())
                .contains(
                        "\"leftOut\":[{\"line\":3,\"place\":\"Zeile 3\",\"kind\":\"wordless_line\",\"text\":\"---\"}]");
        assertThat(preview.body()).doesNotContain("\"plan\":{");
        String path = base + "/" + id(preview);
        platform.post(path + "/take-over", lead, "{}");
        assertThat(platform.get(path, lead).body()).contains("\"plan\":{", "\"known\":2");
    }

    @Test
    void knowsNoPreviewOfAnotherCounty() throws Exception {
        String id = id(upload("Handlungsfeld Wohnen\nZiel 1: Bauen\n"));
        Workspace other = platform.county();
        String there = "/api/v1/" + other.slug() + "/imports/" + id;
        String foreign = platform.token(other, Roles.LEAD);
        assertThat(platform.get(there, foreign).statusCode()).isEqualTo(404);
        assertThat(platform.post(there + "/take-over", foreign, "{}").statusCode())
                .isEqualTo(404);
        assertThat(platform.get(base + "/" + id, foreign).statusCode()).isEqualTo(404);
        assertThat(platform.get(base + "/" + UUID.randomUUID(), lead).statusCode())
                .isEqualTo(404);
    }

    private static String id(HttpResponse<String> preview) {
        var id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(preview.body());
        assertThat(id.find()).as(preview.body()).isTrue();
        return id.group(1);
    }

    @Test
    void refusesWhatIsNoTextOrHoldsNothing() throws Exception {
        assertThat(upload("  ").statusCode()).isEqualTo(422);
        assertThat(upload("a\0b").statusCode()).isEqualTo(422);
        assertThat(upload("x".repeat(Import.LARGEST + 1)).statusCode()).isEqualTo(413);
    }

    private HttpResponse<String> upload(String text) throws Exception {
        return platform.send(platform.request(base)
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    }
}
