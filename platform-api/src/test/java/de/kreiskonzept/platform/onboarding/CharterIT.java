package de.kreiskonzept.platform.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.docx4j.TextUtils;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers become papers: project charter, process design and a letter. */
@ExtendWith(PlatformUnderTest.Given.class)
class CharterIT {
    private static final Pattern DIGEST = Pattern.compile("name=\"digest\" value=\"([^\"]+)\"");

    private final PlatformUnderTest platform;

    CharterIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @Test
    void theLeadPrintsWhatWasAnsweredAndWhatIsRisky() throws Exception {
        Workspace county = platform.county();
        String start = "/" + county.slug() + "/start";
        String lead = platform.cookie(county, Roles.LEAD);
        answer(start, lead, "mandate", Map.of("kind", "informal", "wording", "Ein Konzept bis 2028"));
        answer(start, lead, "project", Map.of("as_project", "yes", "begin", "01/2027", "end", "01/2028"));
        assertThat(words(start + "/projektauftrag.docx", lead))
                .contains(
                        "Projektauftrag",
                        "formlose Bitte",
                        "weniger als 18 Monate",
                        "Brief der Verwaltungsspitze",
                        "01/2027");
        assertThat(words(start + "/ablauf.docx", lead))
                .contains("Steuerungsgruppe Integration", "Federführung", "06/2028");
        assertThat(words(start + "/brief.docx", lead)).contains("Ein Konzept bis 2028", "[Name]", "01/2028");
        for (String pdf : new String[] {"/projektauftrag.pdf", "/ablauf.pdf"}) {
            assertThat(new String(file(start + pdf, lead), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        }
        assertThat(platform.page(start, lead).body()).contains(start + "/projektauftrag.pdf", start + "/brief.docx");
    }

    @Test
    void theProcessThatWasBegunTakesThePlaceOfTheProposedOne() throws Exception {
        Workspace county = platform.county();
        String start = "/" + county.slug() + "/start";
        String process = "/" + county.slug() + "/ablauf";
        String lead = platform.cookie(county, Roles.LEAD);
        answer(start, lead, "project", Map.of("as_project", "yes", "begin", "01/2027", "end", "01/2029"));
        begin(process, lead, "revision", "Später Begonnenes", "05/2030");
        assertThat(words(start + "/ablauf.docx", lead))
                .as("the only one there is")
                .contains("Später Begonnenes", "Rückblick auf das bisherige Konzept")
                .doesNotContain("Brief der Verwaltungsspitze");

        String proposals = start + "/vorschlaege";
        var digest = DIGEST.matcher(platform.page(proposals, lead).body());
        assertThat(digest.find()).isTrue();
        assertThat(platform.form(proposals, proposals, lead, Map.of("digest", digest.group(1), "action", "process"))
                        .statusCode())
                .isEqualTo(303);
        for (String paper : new String[] {"/ablauf.docx", "/projektauftrag.docx"}) {
            assertThat(words(start + paper, lead))
                    .as("the one that was begun from the answers")
                    .contains("Brief der Verwaltungsspitze", "01/2027")
                    .doesNotContain("Später Begonnenes");
        }
    }

    private void begin(String process, String cookie, String template, String title, String month) throws Exception {
        assertThat(platform.form(
                                process + "/neu",
                                process,
                                cookie,
                                Map.of("template", template, "title", title, "begin", month))
                        .statusCode())
                .isEqualTo(303);
    }

    private void answer(String start, String cookie, String question, Map<String, String> fields) throws Exception {
        String page = start + "/fragen/" + question;
        var form = new HashMap<>(Map.of("version", "1", "state", "decided"));
        fields.forEach((name, value) -> form.put("feld-" + name, value));
        assertThat(platform.form(page, page, cookie, form).statusCode()).isEqualTo(303);
    }

    private byte[] file(String path, String cookie) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    platform.request(path).header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        }
    }

    private String words(String path, String cookie) throws Exception {
        var word = WordprocessingMLPackage.load(new ByteArrayInputStream(file(path, cookie)));
        var out = new StringWriter();
        TextUtils.extractText(word.getMainDocumentPart().getJaxbElement(), out);
        return out.toString();
    }
}
