package de.kreiskonzept.platform.monitoring.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.platform.Mailbag;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reporting round from its preparation to the Stand, as a browser without scripts goes through it. */
@ExtendWith(PlatformUnderTest.Given.class)
class RoundIT {
    private static final String OFFICE = "amt@kreis.example";
    private static final String CARITAS = "caritas@verband.example";

    private final PlatformUnderTest platform;
    private Workspace county;
    private String rounds;
    private String lead;
    private UUID course;

    RoundIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConceptWithTwoBodies() throws Exception {
        county = platform.county();
        try (var concept = new ConceptSample(county)) {
            UUID section = concept.section(null, "field_of_action", "Sprache");
            course = concept.measure(section, "Kurse am Abend", "grey", true);
            concept.measure(section, "Kurse am Morgen", "yellow", true);
            concept.measureOf("Caritas", section, "Beratung", "green", true);
            concept.measureOf("Unbekannt e. V.", section, "Fest der Kulturen", "grey", true);
        }
        organisation("Amt für Migration");
        organisation("Caritas");
        rounds = "/" + county.slug() + "/berichtsrunden";
        lead = platform.cookie(county, Roles.LEAD);
    }

    @Test
    void asksAnswersAcceptsAndFixesTheNumbers() throws Exception {
        String round = opened();
        assertThat(page(round)).contains("0 von 2", "0 von 3", "gefragt, noch nicht geöffnet");
        String link = link(OFFICE);

        String sheet = platform.page(link, "").body();
        assertThat(sheet)
                .contains("Noch 2 von 2 Maßnahmen ohne Antwort", "Kurse am Abend")
                .doesNotContain("Beratung");
        List<String> questions = questions(sheet, link);
        var answer = answer(questions.getFirst(), "green", "", "Acht Kurse sind gelaufen.");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(questions.getLast());
        assertThat(answer(questions.getLast(), "same", "", "").headers().firstValue("Location"))
                .hasValue(link + "?erledigt=ja");
        assertThat(platform.page(link, "").body())
                .contains("Sie haben zu allen 2 Maßnahmen geantwortet", "beantwortet");
        assertThat(page("/" + county.slug() + "/ampel")).contains("1 grün, 1 gelb, 0 rot, 2 nicht bewertet");

        assertThat(page("/" + county.slug() + "/")).contains("Antworten der Stellen prüfen", "2 Antworten");
        assertThat(page(round)).contains("1 von 2", "2 Antworten prüfen", "vollständig geantwortet");
        String board = round + "/antworten";
        assertThat(page(board)).contains("Acht Kurse sind gelaufen.", "nichts Neues", "Alle 2 übernehmen");
        assertThat(post(board, board + "/uebernehmen", Map.of()).headers().firstValue("Location"))
                .hasValue(board + "?uebernommen=2");
        assertThat(page("/" + county.slug() + "/ampel")).contains("2 grün, 1 gelb, 0 rot, 1 nicht bewertet");
        assertThat(page("/" + county.slug() + "/massnahmen/" + course + "/ampel"))
                .contains("Acht Kurse sind gelaufen.", "gemeldet von Amt für Migration");

        step(round, "schliessen");
        String stand = address(page(round), "/" + county.slug() + "/ampel/staende/[0-9a-f-]{36}");
        assertThat(page(stand)).contains("2 grün, 1 gelb, 0 rot, 1 nicht bewertet", "Diese Zahlen stehen fest");
        assess(course, "red", "keine Mittel mehr");
        assertThat(page("/" + county.slug() + "/ampel")).contains("1 grün, 1 gelb, 1 rot");
        assertThat(page(stand)).contains("2 grün, 1 gelb, 0 rot, 1 nicht bewertet");
        assertThat(platform.page(stand, platform.cookie(county, Roles.READER)).statusCode())
                .isEqualTo(200);

        assertThatTheStandIsSentOnce(stand.substring(stand.lastIndexOf('/') + 1));

        step(opened(), "schliessen");
        String compared = address(page(stand), stand + "/vergleich/[0-9a-f-]{36}");
        assertThat(page(compared)).contains("verschlechtert", "unverändert").doesNotContain("verbessert", "entfallen");
        assertThat(page("/" + county.slug() + "/ampel/staende")).contains("Ampel 2026");
    }

    private void assertThatTheStandIsSentOnce(String stand) throws Exception {
        String api = "/api/v1/" + county.slug() + "/stands";
        String token = platform.token(county, Roles.READER);
        assertThat(platform.get(api, token).body()).contains(stand, "Ampel 2026");
        var read = platform.get(api + "/" + stand, token);
        assertThat(read.body()).contains("\"green\":2", "\"yellow\":1", "\"notCounted\":0");
        var again = platform.send(platform.request(api + "/" + stand)
                .header("Authorization", "Bearer " + token)
                .header("If-None-Match", read.headers().firstValue("ETag").orElseThrow()));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        Workspace other = platform.county();
        String foreign = "/api/v1/" + other.slug() + "/stands/" + stand;
        assertThat(platform.send(platform.request(foreign)
                                .header("Authorization", "Bearer " + platform.token(other, Roles.LEAD))
                                .header(
                                        "If-None-Match",
                                        read.headers().firstValue("ETag").orElseThrow()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(platform.page("/" + other.slug() + "/ampel/staende/" + stand, platform.cookie(other, Roles.LEAD))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsWhoseMailDidNotArrive() throws Exception {
        String round = opened();
        assertThat(page(round)).doesNotContain("E-Mail kam nicht an");

        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE mail_outbox SET state = 'failed' WHERE recipient = '" + CARITAS + "'");
        }

        assertThat(page(round)).containsOnlyOnce("E-Mail kam nicht an");
        post(round, round + "/erinnern", Map.of());
        assertThat(page(round)).doesNotContain("E-Mail kam nicht an");
    }

    @Test
    void keepsAStandFromEveryChangeInTheDatabase() throws Exception {
        String round = opened();
        step(round, "schliessen");

        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            for (String change : List.of(
                    "UPDATE monitoring_stand SET name = 'x'",
                    "DELETE FROM monitoring_stand",
                    "TRUNCATE monitoring_stand")) {
                assertThatThrownBy(() -> statement.execute(change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void asksBackAndTakesAChangedAnswer() throws Exception {
        String round = opened();
        String link = link(CARITAS);
        String question = questions(platform.page(link, "").body(), link).getFirst();
        answer(question, "red", "no_capacity", "");
        String one = address(page(round + "/antworten"), round + "/antworten/[0-9a-f-]{36}");

        assertThat(post(one, one, Map.of("step", "back", "version", "1", "question", ""))
                        .body())
                .contains("Schreiben Sie, was Sie wissen möchten.");
        post(one, one, Map.of("step", "back", "version", "1", "question", "Seit wann?"));

        assertThat(platform.page(link, "").body()).contains("Rückfrage", "Seit wann?");
        assertThat(answer(question, "yellow", "", "Neue Stelle ab Mai").statusCode())
                .isEqualTo(303);
        var changed = Map.of("step", "accept", "version", "3", "light", "green", "justification", "läuft");
        assertThat(post(one, one, changed).headers().firstValue("Location"))
                .hasValue(round + "/antworten?uebernommen=1");
        assertThat(page(round + "/antworten?zustand=accepted")).contains("Beratung");
        assertThat(answer(question, "red", "no_capacity", "").statusCode()).isEqualTo(409);
    }

    @Test
    void leadsALinkNowhereElse() throws Exception {
        String round = opened();
        String link = link(OFFICE);
        String foreign = questions(platform.page(link(CARITAS), "").body(), link(CARITAS))
                .getFirst();
        String question = foreign.substring(foreign.lastIndexOf('/'));
        Workspace other = platform.county();

        assertThat(platform.page(link + question, "").statusCode()).isEqualTo(404);
        assertThat(platform.page(link.replace(county.slug(), other.slug()), "").statusCode())
                .isEqualTo(404);
        assertThat(platform.page(link.substring(0, link.length() - 2), "").body())
                .contains("Diesen Link gibt es nicht");
        assertThat(platform.page("/" + county.slug() + "/konzept", "").statusCode())
                .isEqualTo(303);

        String body = address(page(round), round + "/stellen/[0-9a-f-]{36}");
        post(body, body + "/sperren", Map.of());
        assertThat(List.of(
                        platform.page(link(OFFICE), "").statusCode(),
                        platform.page(link(CARITAS), "").statusCode()))
                .containsExactlyInAnyOrder(410, 200);
        step(round, "schliessen");
        assertThat(platform.page(link(CARITAS), "").statusCode()).isEqualTo(410);
        assertThat(platform.page(link(CARITAS), "").body()).contains("Dieser Link gilt nicht mehr");
    }

    @Test
    void letsTheSecondOfTwoPeopleOnOneLinkSeeThatTheFirstHasAnswered() throws Exception {
        opened();
        String link = link(CARITAS);
        String question = questions(platform.page(link, "").body(), link).getFirst();
        answer(question, "green", "", "fertig");

        var late = platform.form(
                question, question, "", Map.of("version", "0", "light", "yellow", "justification", "in Arbeit"));

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Inzwischen wurde zu dieser Maßnahme schon geantwortet", "in Arbeit");
    }

    @Test
    void saysWhatIsMissingInAnAnswerAndKeepsTheWords() throws Exception {
        opened();
        String link = link(CARITAS);
        String question = questions(platform.page(link, "").body(), link).getFirst();

        assertThat(answer(question, "", "", "Wir sind dran").body()).contains("oder „nichts Neues“.", "Wir sind dran");
        assertThat(answer(question, "yellow", "", "").body()).contains("Schreiben Sie bei Gelb");
        assertThat(answer(question, "red", "", "").statusCode()).isEqualTo(422);
        assertThat(answer(question, "grey", "", "").statusCode()).isEqualTo(422);
    }

    @Test
    void refusesAddressesThatAreNotOneAndStoresNoneOfThem() throws Exception {
        String round = created();
        for (String wrong : List.of(
                "a@kreis.example, b@kreis.example",
                "a@kreis.example\r\nBcc: b@kreis.example",
                "müller@kreis.example",
                "Amt <a@kreis.example>")) {
            var answer = addressed(round, wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("genau eine Adresse");
        }
        assertThat(page(round)).doesNotContain("kreis.example");
    }

    @Test
    void remindsOnceBeforeTheDeadlineAndTellsTheLeadAfterIt() throws Exception {
        String round = opened();
        UUID id = UUID.fromString(round.substring(round.lastIndexOf('/') + 1));
        int mails = mails(OFFICE).size();
        answer(questions(platform.page(link(CARITAS), "").body(), link(CARITAS)).getFirst(), "green", "", "");

        onSchedule(id);
        assertThat(mails(OFFICE)).hasSize(mails);
        deadline(round, today().plusDays(1));
        onSchedule(id);
        onSchedule(id);
        assertThat(mails(OFFICE)).hasSize(mails + 1);
        assertThat(mails(CARITAS)).hasSize(1);
        assertThat(platform.page(mails(OFFICE).getFirst(), "").statusCode()).isEqualTo(200);

        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE monitoring_round SET deadline = deadline - 10");
        }
        onSchedule(id);
        List<String> told = told();
        onSchedule(id);
        assertThat(told())
                .isEqualTo(told)
                .isNotEmpty()
                .allMatch(body -> body.contains("- Amt für Migration") && !body.contains("Caritas"));
    }

    private List<String> told() throws Exception {
        return platform.in(county, () -> platform.bean(Mailbag.class).bodies("abgelaufen"));
    }

    @Test
    void belongsToTheLeadOfItsOwnCounty() throws Exception {
        String round = created();
        Workspace other = platform.county();

        for (String role : List.of(Roles.ADMIN, Roles.EDITOR, Roles.MEMBER, Roles.READER)) {
            assertThat(platform.page(round, platform.cookie(county, role)).statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        String foreign = round.replace(county.slug(), other.slug());
        assertThat(platform.page(foreign, platform.cookie(other, Roles.LEAD)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void saysWhatItNeedsBeforeItBegins() throws Exception {
        Workspace empty = platform.county();
        String cookie = platform.cookie(empty, Roles.LEAD);
        String base = "/" + empty.slug() + "/berichtsrunden";
        assertThat(platform.page(base, cookie).body()).contains("Noch keine Berichtsrunde");
        var refused = platform.form(base + "/neu", base, cookie, fields());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Es gibt noch kein Konzept");

        var wrong = new HashMap<>(fields());
        wrong.putAll(Map.of("name", "", "cutoff", "2026-02-31", "deadline", "2020-01-01"));
        assertThat(post(rounds + "/neu", rounds, wrong).body())
                .contains("Geben Sie der Runde einen Namen.", "Geben Sie einen Tag an", "Bitte antworten");
    }

    private String created() throws Exception {
        var answer = post(rounds + "/neu", rounds, fields());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(0, location.indexOf('?'));
    }

    private Map<String, String> fields() {
        return Map.of(
                "name",
                "Ampel 2026",
                "cutoff",
                today().toString(),
                "deadline",
                today().plusDays(30).toString(),
                "scope",
                "lead",
                "message",
                "Bitte antworten Sie.");
    }

    /** A round whose two bodies were asked by mail. */
    private String opened() throws Exception {
        String round = created();
        assertThat(page(round)).contains("Amt für Migration", "Caritas", "Nach 1 Maßnahme wird niemand gefragt");
        var ids = Pattern.compile("aria-label=\"E-Mail-Adresse: ([^\"]+)\"");
        var fields = new HashMap<String, String>();
        Pattern.compile("id=\"f-email-([0-9a-f-]{36})\"[^>]*aria-label=\"([^\"]+)\"")
                .matcher(page(round))
                .results()
                .forEach(found -> {
                    fields.put("asked-" + found.group(1), "ja");
                    fields.put("email-" + found.group(1), found.group(2).contains("Caritas") ? CARITAS : OFFICE);
                });
        assertThat(ids.matcher(page(round)).results()).hasSize(2);
        assertThat(post(round, round + "/stellen", fields).statusCode()).isEqualTo(303);
        step(round, "oeffnen");
        return round;
    }

    private HttpResponse<String> addressed(String round, String email) throws Exception {
        var found = Pattern.compile("id=\"f-email-([0-9a-f-]{36})\"").matcher(page(round));
        assertThat(found.find()).isTrue();
        return post(
                round, round + "/stellen", Map.of("asked-" + found.group(1), "ja", "email-" + found.group(1), email));
    }

    private void deadline(String round, LocalDate day) throws Exception {
        var fields = new HashMap<>(fields());
        fields.put("deadline", day.toString());
        fields.put("version", version(page(round + "/bearbeiten")));
        assertThat(post(round + "/bearbeiten", round + "/bearbeiten", fields).statusCode())
                .isEqualTo(303);
    }

    private void onSchedule(UUID round) throws Exception {
        platform.job(county, "remind", () -> {
            platform.bean(Asking.class)
                    .remindOnSchedule(platform.bean(Rounds.class).get(round));
            return true;
        });
    }

    private LocalDate today() {
        return LocalDate.now(platform.bean(Clock.class));
    }

    private void step(String round, String step) throws Exception {
        String page = round + "/" + step;
        assertThat(post(page, page, Map.of("version", version(page(page)))).statusCode())
                .isEqualTo(303);
    }

    private HttpResponse<String> answer(String question, String light, String reason, String words) throws Exception {
        String page = platform.page(question, "").body();
        var fields = Map.of(
                "version",
                page.contains("name=\"version\"") ? version(page) : "0",
                "light",
                light,
                "reason",
                reason,
                "justification",
                words);
        return platform.form(question, question, "", fields);
    }

    private void assess(UUID measure, String light, String words) throws Exception {
        String page = "/" + county.slug() + "/massnahmen/" + measure + "/ampel";
        var fields = Map.of("version", version(page(page)), "light", light, "justification", words);
        assertThat(post(page, page, fields).statusCode()).isEqualTo(303);
    }

    private void organisation(String name) throws Exception {
        var answer = platform.post(
                "/api/v1/" + county.slug() + "/organisations",
                platform.token(county, Roles.LEAD),
                "{\"kind\": \"other\", \"name\": \"" + name + "\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    private String link(String email) throws Exception {
        return mails(email).getFirst();
    }

    private List<String> mails(String email) throws Exception {
        return platform.in(county, () -> platform.bean(Mailbag.class).linksTo(email));
    }

    private static List<String> questions(String sheet, String link) {
        return Pattern.compile("href=\"(" + Pattern.quote(link) + "/[0-9a-f-]{36})\"")
                .matcher(sheet)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String version(String page) {
        return address(page, "name=\"version\" value=\"\\d+").replaceAll("\\D", "");
    }

    private static String address(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group();
    }

    private String page(String path) throws Exception {
        var answer = platform.page(path, lead);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> post(String page, String action, Map<String, String> fields) throws Exception {
        return platform.form(page, action, lead, fields);
    }
}
