package de.kreiskonzept.platform.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The meetings of a county as a lead works with them in a browser. */
public final class MeetingSite {
    /** A day that is far enough away. */
    public static final String DAY = "2099-03-16";

    public final PlatformUnderTest platform;
    public final Workspace county;
    public final String base;
    public final String lead;

    /** A county without any committee. */
    public MeetingSite(PlatformUnderTest platform) throws Exception {
        this(platform, platform.county());
    }

    /** The meetings of a county that is there already. */
    public MeetingSite(PlatformUnderTest platform, Workspace county) throws Exception {
        this.platform = platform;
        this.county = county;
        base = "/" + county.slug();
        lead = platform.cookie(county, Roles.LEAD);
    }

    /** Founds a committee; gives its address. */
    public String found(String name, String... more) throws Exception {
        var fields = with(
                Map.of(
                        "name",
                        name,
                        "kind",
                        "guidance_group",
                        "rank",
                        "2",
                        "reportsTo",
                        "",
                        "founded",
                        "2020-01-01",
                        "version",
                        "0"),
                more);
        return location(send(base + "/gremien", fields));
    }

    /** The fields of a meeting on {@link #DAY}, some of them with other values. */
    public static Map<String, String> meeting(String... more) {
        return with(Map.of("day", DAY, "begin", "18:00", "end", "20:00", "location", "Saal 1"), more);
    }

    /** Plans a meeting of the committee with this address; gives its address. */
    public String plan(String committee, String... more) throws Exception {
        return location(send(committee + "/sitzungen", meeting(more)));
    }

    /** Adds an item to the meeting with this address; gives the id of the item. */
    public String item(String meeting, String title, String... more) throws Exception {
        assertThat(send(meeting + "/punkte", with(Map.of("title", title), more)).statusCode())
                .isEqualTo(303);
        return find(meeting, "/punkte/([0-9a-f-]{36})\">" + title + "<");
    }

    /** Notes of everybody who was asked to the meeting with this address whether they were there. */
    public void attend(String meeting, String state) throws Exception {
        attend(meeting, state, state);
    }

    /** Notes whether the first one who was asked was there, and the others. */
    public void attend(String meeting, String first, String others) throws Exception {
        String page = meeting + "/teilnahme";
        var fields = new HashMap<String, String>();
        Pattern.compile("name=\"(antwort|da)-([0-9a-f-]{36})\"")
                .matcher(page(page))
                .results()
                .forEach(found -> fields.put(
                        found.group(1) + "-" + found.group(2), found.group(1).equals("da") ? others : "accepted"));
        fields.put(find(page, "name=\"(da-[0-9a-f-]{36})\""), first);
        fields.put("mark", find(page, "name=\"mark\" value=\"([^\"]+)\""));
        assertThat(send(page, fields).statusCode()).isEqualTo(303);
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        var all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    /** Sends a form as the lead. */
    public HttpResponse<String> send(String address, Map<String, String> fields) throws Exception {
        return platform.form(base + "/gremien/neu", address, lead, fields);
    }

    /** Sends JSON to the interface for programs as the lead; gives what was made. */
    public JsonNode post(String path, String json) throws Exception {
        HttpResponse<String> answer =
                platform.post("/api/v1" + base + path, platform.token(county, Roles.LEAD), json.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new ObjectMapper().readTree(answer.body());
    }

    /** The page as the lead sees it. */
    public String page(String address) throws Exception {
        return platform.page(address, lead).body();
    }

    /** The page as somebody with this role sees it. */
    public String page(String address, String role) throws Exception {
        HttpResponse<String> answer = platform.page(address, platform.cookie(county, role));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** The first part of the page that fits the pattern. */
    public String find(String address, String pattern) throws Exception {
        var found = Pattern.compile(pattern).matcher(page(address));
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in " + address);
        }
        return found.group(1);
    }

    /** Where an answer leads. */
    public static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    /** The last part of an address. */
    public static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
