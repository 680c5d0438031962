package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The papers of a county as a lead works with them in a browser. */
public final class PaperSite {
    public final PlatformUnderTest platform;
    public final Workspace county;
    public final String base;
    public final String lead;
    public final UUID version;
    public final UUID measure;

    /** A county with a small concept in draft. */
    public PaperSite(PlatformUnderTest platform) throws Exception {
        this.platform = platform;
        county = platform.county();
        base = "/" + county.slug() + "/vorlagen";
        lead = platform.cookie(county, Roles.LEAD);
        try (var sample = new ConceptSample(county)) {
            version = sample.version();
            UUID field = sample.section(null, "field_of_action", "Sprache");
            UUID goal = sample.goal(field, null, "sub_goal", "Alle können Deutsch lernen.");
            measure = sample.measure(field, "Sprachkurse am Abend", "grey", true, goal);
        }
    }

    /** Begins a paper about the concept; gives its address. */
    public String begin() throws Exception {
        return location(send(
                base,
                Map.of("kind", "decision", "source", PaperForm.version(version), "title", "", "number", "82/2017")));
    }

    /** Sends a paper. */
    public HttpResponse<String> submit(String paper) throws Exception {
        return send(paper + "/einreichen", Map.of("version", version(paper)));
    }

    /** Row version of a paper, as its forms carry it. */
    public String version(String paper) throws Exception {
        return find(paper + "/bearbeiten", "name=\"version\" value=\"(\\d+)\"");
    }

    /** Founds a committee; gives its id. */
    public String found(String name, String kind) throws Exception {
        String address = location(send(
                "/" + county.slug() + "/gremien",
                Map.of("name", name, "kind", kind, "rank", "2", "founded", "2010-01-01", "version", "0")));
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** Gives a committee its turn; gives the address of the turn. */
    public String turn(String paper, String committee, String role, String publicity) throws Exception {
        var turn = new HashMap<>(
                Map.of("committee", committee, "role", role, "publicity", publicity, "day", "2017-11-27", "item", "6"));
        if (role.equals("decision")) {
            turn.put("authoritative", "true");
        }
        HttpResponse<String> answer = send(paper + "/beratungen", turn);
        location(answer);
        var found = Pattern.compile("href=\"(" + paper + "/beratungen/[0-9a-f-]{36})\"")
                .matcher(page(paper));
        String last = "";
        while (found.find()) {
            last = found.group(1);
        }
        return last;
    }

    /** Writes down what came of a turn. */
    public HttpResponse<String> vote(String turn, String result, Map<String, String> more) throws Exception {
        var fields = new HashMap<>(
                Map.of("result", result, "day", "2017-12-11", "text", "Dem Konzept wird zugestimmt.", "version", "0"));
        fields.putAll(more);
        return send(turn + "/ergebnis", fields);
    }

    public HttpResponse<String> send(String address, Map<String, String> fields) throws Exception {
        return platform.form(base + "/neu", address, lead, new HashMap<>(fields));
    }

    public String page(String address) throws Exception {
        return platform.page(address, lead).body();
    }

    /** The first part of the page that fits the pattern. */
    public String find(String address, String pattern) throws Exception {
        var found = Pattern.compile(pattern).matcher(page(address));
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in " + address);
        }
        return found.group(1);
    }

    public static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }
}
