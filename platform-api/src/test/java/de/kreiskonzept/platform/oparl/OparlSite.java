package de.kreiskonzept.platform.oparl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.resolution.PaperSite;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** A county with a council that it releases, as its lead and as programs of anybody see it. */
final class OparlSite {
    final PlatformUnderTest platform;
    final PaperSite papers;
    final String base;
    final String council;
    private final String outside;

    OparlSite(PlatformUnderTest platform) throws Exception {
        this.platform = platform;
        papers = new PaperSite(platform);
        base = "/" + papers.county.slug();
        outside = platform.bean(SiteUrls.class).platform("");
        council = papers.found("Kreistag", "county_council");
    }

    /** Releases the county with its council and nothing else. */
    void release(boolean named) throws Exception {
        var fields = new HashMap<>(Map.of("released", "ja", "committees", council));
        if (named) {
            fields.put("named", council);
        }
        assertThat(releasing(fields).statusCode()).isEqualTo(303);
    }

    /** Sends the form of the release as it stands, with these fields. */
    HttpResponse<String> releasing(Map<String, String> fields) throws Exception {
        String page = base + "/gremien/oparl";
        var all = new HashMap<>(fields);
        all.putIfAbsent("version", papers.find(page, "name=\"version\" value=\"(\\d+)\""));
        return platform.form(page, page, papers.lead, all);
    }

    /** Plans a meeting; gives its address. */
    String plan(String committee, String title) throws Exception {
        return PaperSite.location(papers.send(
                base + "/gremien/" + committee + "/sitzungen",
                Map.of("day", "2099-03-16", "begin", "18:00", "end", "20:00", "location", "Saal 1", "title", title)));
    }

    /** Adds an item to a meeting; gives its id. */
    String item(String meeting, String title, boolean isPublic) throws Exception {
        var fields = new HashMap<>(Map.of("title", title));
        if (!isPublic) {
            fields.put("closed", "ja");
        }
        assertThat(papers.send(meeting + "/punkte", fields).statusCode()).isEqualTo(303);
        return papers.find(meeting, "/punkte/([0-9a-f-]{36})\">" + title + "<");
    }

    /** Invites to a meeting. */
    void invite(String meeting) throws Exception {
        String version = papers.find(meeting + "/bearbeiten", "name=\"version\" value=\"(\\d+)\"");
        assertThat(papers.send(meeting + "/einladung", Map.of("version", version))
                        .statusCode())
                .isEqualTo(303);
    }

    /** A seat of an organisation, with somebody on it; gives the id of the organisation. */
    String seat(String committee, String organisation, String person) throws Exception {
        var answer = platform.post(
                "/api/v1" + base + "/organisations",
                platform.token(papers.county, Roles.LEAD),
                "{\"kind\": \"association\", \"name\": \"" + organisation + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String id = new ObjectMapper().readTree(answer.body()).get("id").asText();
        String address = base + "/gremien/" + committee;
        var rule = new HashMap<>(Map.of("name", organisation, "count", "fixed", "number", "1", "appointment", "named"));
        rule.putAll(Map.of("voting", "ja", "counted", "ja", "deputies", "1", "version", "0", "organisations", id));
        assertThat(papers.send(address + "/regeln", rule).statusCode()).isEqualTo(303);
        String seat = papers.find(address, "/regeln/([0-9a-f-]{36})\">" + organisation) + "|";
        assertThat(papers.send(
                                address + "/amtszeiten",
                                Map.of("seat", seat, "name", person, "from", "2020-01-01", "until", "", "version", ""))
                        .statusCode())
                .isEqualTo(303);
        return id;
    }

    /** Runs a statement in the county's own tables. */
    void sql(String statement) throws Exception {
        try (var connection = ConceptSample.as(papers.county);
                var one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    /** What anybody gets at an address behind {@code /oparl/v1.1}. */
    HttpResponse<String> get(String path) throws Exception {
        return platform.send(platform.request(base + "/oparl/v1.1" + path));
    }

    /** The object or list there. */
    JsonNode read(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    /** Reads what the county gives to anybody. */
    OparlReader reader() {
        return new OparlReader(
                outside + base + "/oparl/v1.1",
                address -> platform.send(platform.request(address.substring(outside.length()))));
    }

    /** Everything that can be reached from the system by following every address, by address; files as they are. */
    Map<String, String> walk() throws Exception {
        return reader().walk();
    }
}
