package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.platform.Mailbag;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A draft with one section, goal and measure, and a round about it, made by the pages of a lead. */
public final class CommentSample {
    final Workspace county;
    final String lead;
    final String base;
    final UUID section;
    final UUID goal;
    private final PlatformUnderTest platform;

    CommentSample(PlatformUnderTest platform) throws Exception {
        this(platform, platform.county());
    }

    /** Writes into this county, which is empty. */
    public CommentSample(PlatformUnderTest platform, Workspace county) throws Exception {
        this.platform = platform;
        this.county = county;
        try (var concept = new ConceptSample(county)) {
            section = concept.section(null, "field_of_action", "Sprache");
            goal = concept.goal(section, null, "sub_goal", "Kurse sind gut zu erreichen.");
            concept.measure(section, "Kurse am Abend", "grey", true, goal);
        }
        base = "/" + county.slug() + "/beteiligung";
        lead = platform.cookie(county, Roles.LEAD);
    }

    /** The address of a new round that invites one person and one network. */
    String round() throws Exception {
        String round = post(
                        base + "/neu",
                        base,
                        Map.of(
                                "name",
                                "Kommentierung 2026",
                                "introduction",
                                "Bitte lesen Sie den Entwurf.",
                                "whom",
                                "Vereine",
                                "deadline",
                                LocalDate.now().plusWeeks(2).toString()))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("\\?.*", "");
        post(
                round + "/einladen",
                round + "/einladen",
                Map.of("people", "Eva Muster; eva@verein.example", "networks", "Netzwerk Asyl"));
        return round;
    }

    /** The round once it is open. */
    public String opened() throws Exception {
        String round = round();
        post(round + "/oeffnen", round + "/oeffnen", Map.of("version", "0"));
        return round;
    }

    /** Closes an open round. */
    void close(String round) throws Exception {
        post(round + "/schliessen", round + "/schliessen", Map.of("version", "1"));
    }

    /** Path of the link in the mail to the person. */
    public String mailed() throws Exception {
        return platform.in(county, () -> platform.bean(Mailbag.class).bodies("Guten Tag Eva Muster")).stream()
                .map(body -> path(body))
                .reduce("", (_, last) -> last);
    }

    /** Path of a new link for the network. */
    String shared(String round) throws Exception {
        return path(
                post(round, action(round, "Netzwerk Asyl", "link"), Map.of()).body());
    }

    private String path(String words) {
        return first(words, "/" + county.slug() + "/mitreden/[A-Za-z0-9_-]{43}");
    }

    /** Where the page of a round sends a step with somebody who is invited. */
    String action(String round, String name, String step) throws Exception {
        String row = first(page(round), "(?s)<th scope=\"row\">" + name + "</th>.*?</tr>");
        return first(row, round + "/eingeladene/[0-9a-f-]{36}/" + step);
    }

    /** The first place of a text that a pattern matches. */
    static String first(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + pattern + " in " + text));
    }

    /** Says something with a link about the goal. */
    public HttpResponse<String> say(String link, String kind, String text) throws Exception {
        return say(link, Map.of("place", goal.toString(), "kind", kind, "text", text));
    }

    HttpResponse<String> say(String link, Map<String, String> fields) throws Exception {
        return platform.formOf(platform.page(link + "/beitrag", ""), link + "/beitrag", fields);
    }

    /** Where the lead answers the contribution with these words. */
    String contribution(String round, String words) throws Exception {
        return first(page(round + "/beitraege"), round + "/beitraege/[0-9a-f-]{36}(?=\">" + Pattern.quote(words) + ")");
    }

    String page(String path) throws Exception {
        return platform.page(path, lead).body();
    }

    HttpResponse<String> post(String page, String action, Map<String, String> fields) throws Exception {
        return platform.form(page, action, lead, fields);
    }

    void sql(String statement) throws SQLException {
        try (var connection = ConceptSample.as(county)) {
            connection.createStatement().execute(statement);
        }
    }

    /** Number of contributions. */
    int stored() throws SQLException {
        try (var connection = ConceptSample.as(county);
                var rows =
                        connection.createStatement().executeQuery("SELECT count(*) FROM participation_contribution")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
