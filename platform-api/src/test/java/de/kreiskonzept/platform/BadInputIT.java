package de.kreiskonzept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(PlatformUnderTest.Given.class)
class BadInputIT {
    private final PlatformUnderTest platform;
    private Workspace county;
    private String api;
    private String token;

    BadInputIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCountyWithAnAdmin() throws Exception {
        county = platform.county();
        api = "/api/v1/" + county.slug() + "/";
        token = platform.token(county, Roles.ADMIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                            | nicht lesbar",
                "[]                                                           | ",
                "{\"email\":\"a@b.example\",\"name\":\"A\",\"role\":\"lead\",\"boss\":1} | Feld „boss“",
                "{\"email\":\"a@b.example\",\"name\":{},\"role\":\"lead\"}    | ",
                "{\"email\":\"a@b.example\",\"role\":\"lead\"}                | „name“",
                "{\"email\":\"a@b.example\",\"name\":\"A\\u0000\",\"role\":\"lead\"} | Steuerzeichen",
                "{\"email\":\"a@b.example\",\"name\":\"A\",\"role\":\"king\"} | Rollen"
            })
    void refusesWithASentence(String json, String words) throws Exception {
        var answer = platform.post(api + "konten", token, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        isAProblem(answer);
        assertThat(answer.body()).contains(words == null ? "Bitte" : words);
        assertThat(platform.get(api + "konten", token).body()).doesNotContain("a@b.example");
    }

    @Test
    void refusesWhatIsTooLong() throws Exception {
        var json = "{\"email\":\"a@b.example\",\"name\":\"%s\",\"role\":\"lead\"}".formatted("A".repeat(201));
        var answer = platform.post(api + "konten", token, json);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("200");
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        var answer = platform.post(api + "konten", token, "{\"name\":\"" + "A".repeat(21_000_000) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(413);
        isAProblem(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "gibt-es-nicht, 404",
        "konten/keine-nummer, 404",
        "konten?page=-1, 400",
        "konten?size=101, 400",
        "konten?size=x, 400",
        "konten/00000000-0000-7000-8000-000000000000, 404"
    })
    void answersStrangeAddresses(String path, int status) throws Exception {
        var answer = platform.get(api + path, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        isAProblem(answer);
    }

    @Test
    void refusesOtherMethodsAndMediaTypes() throws Exception {
        var deleted = platform.send(platform.request(api + "konten")
                .header("Authorization", "Bearer " + token)
                .DELETE());
        assertThat(deleted.statusCode()).isEqualTo(405);
        isAProblem(deleted);
        var xml = platform.send(platform.request(api + "konten")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<a/>")));
        assertThat(xml.statusCode()).isEqualTo(415);
        isAProblem(xml);
    }

    @Test
    void refusesNulInAnAddress() throws Exception {
        var answer = platform.get("/" + county.slug() + "/konten?page=%00", token);
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void showsPeopleAGermanPage() throws Exception {
        var answer = platform.page("/" + county.slug() + "/gibt-es-nicht", "kk_session=" + token);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains("Diese Adresse gibt es nicht", county.name());
    }

    private void isAProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":" + answer.statusCode(), "\"detail\":")
                .doesNotContain(county.schema(), "Exception", "io.micronaut", "SELECT");
    }
}
