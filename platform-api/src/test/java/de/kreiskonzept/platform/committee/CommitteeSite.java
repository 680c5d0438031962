package de.kreiskonzept.platform.committee;

import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The committees of a county as a lead works with them in a browser. */
final class CommitteeSite {
    final PlatformUnderTest platform;
    final Workspace county;
    final String base;
    final String lead;

    CommitteeSite(PlatformUnderTest platform) throws Exception {
        this.platform = platform;
        county = platform.county();
        base = "/" + county.slug() + "/gremien";
        lead = platform.cookie(county, Roles.LEAD);
    }

    /** Founds a committee; gives its address. */
    String found(String name, String kind, String reportsTo) throws Exception {
        return location(send(base, committee(name, kind, reportsTo, "2020-01-01")));
    }

    /** The fields of a committee; {@code reportsTo} is an address or empty. */
    static Map<String, String> committee(String name, String kind, String reportsTo, String founded) {
        return new HashMap<>(Map.of(
                "name",
                name,
                "kind",
                kind,
                "rank",
                "2",
                "reportsTo",
                reportsTo.substring(reportsTo.lastIndexOf('/') + 1),
                "founded",
                founded,
                "version",
                "0"));
    }

    /** The fields of a rule with a fixed number of seats. */
    static Map<String, String> rule(String name, String number) {
        return new HashMap<>(Map.of(
                "name",
                name,
                "count",
                "fixed",
                "number",
                number,
                "appointment",
                "named",
                "voting",
                "ja",
                "counted",
                "ja",
                "deputies",
                "1",
                "version",
                "0"));
    }

    HttpResponse<String> rule(String committee, Map<String, String> fields, String... more) throws Exception {
        var all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return send(committee + "/regeln", all);
    }

    /** Puts somebody new on a seat. */
    HttpResponse<String> seat(String committee, String seat, String name, String from, String until) throws Exception {
        return send(
                committee + "/amtszeiten",
                Map.of("seat", seat, "name", name, "from", from, "until", until, "version", ""));
    }

    HttpResponse<String> send(String address, Map<String, String> fields) throws Exception {
        return platform.form(base + "/neu", address, lead, fields);
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
