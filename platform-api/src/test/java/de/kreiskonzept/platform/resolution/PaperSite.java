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
final class PaperSite {
    final PlatformUnderTest platform;
    final Workspace county;
    final String base;
    final String lead;
    final UUID version;
    final UUID measure;

    /** A county with a small concept in draft. */
    PaperSite(PlatformUnderTest platform) throws Exception {
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
    String begin() throws Exception {
        return location(send(
                base,
                Map.of("kind", "decision", "source", PaperForm.version(version), "title", "", "number", "82/2017")));
    }

    /** Sends a paper. */
    HttpResponse<String> submit(String paper) throws Exception {
        return send(paper + "/einreichen", Map.of("version", version(paper)));
    }

    /** Row version of a paper, as its forms carry it. */
    String version(String paper) throws Exception {
        return find(paper + "/bearbeiten", "name=\"version\" value=\"(\\d+)\"");
    }

    HttpResponse<String> send(String address, Map<String, String> fields) throws Exception {
        return platform.form(base + "/neu", address, lead, new HashMap<>(fields));
    }

    String page(String address) throws Exception {
        return platform.page(address, lead).body();
    }

    /** The first part of the page that fits the pattern. */
    String find(String address, String pattern) throws Exception {
        var found = Pattern.compile(pattern).matcher(page(address));
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in " + address);
        }
        return found.group(1);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }
}
