package de.kreiskonzept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest;

/** Members of committees whose accounts a lead has tied to them. */
public final class Members {
    private final PlatformUnderTest platform;
    private final Workspace county;
    private final String api;
    private final String lead;

    public Members(PlatformUnderTest platform, Workspace county) throws Exception {
        this.platform = platform;
        this.county = county;
        api = "/api/v1/" + county.slug();
        lead = platform.token(county, Roles.LEAD);
    }

    /** The token of somebody who holds a seat in the committee with this id since 2010. */
    public String of(String committee) throws Exception {
        return seated(committee, false, "2010-01-01", "");
    }

    /** The token of somebody who leads the committee with this id. */
    public String chairOf(String committee) throws Exception {
        return seated(committee, true, "2010-01-01", "");
    }

    /** The token of somebody whose only seat has ended. */
    public String formerOf(String committee) throws Exception {
        return seated(committee, false, "2010-01-01", "2011-12-31");
    }

    /** The token of somebody who stands in for a member of the committee with this id. */
    public String deputyOf(String committee) throws Exception {
        JsonNode term = term(committee, rule(committee, false), "2010-01-01", "");
        return tied(post(
                committee,
                "/terms",
                "{'deputyOf': '%s', 'name': 'Dora Vertretung', 'from': '2010-01-01'}"
                        .formatted(term.get("id").asText())));
    }

    private String seated(String committee, boolean chair, String from, String until) throws Exception {
        return tied(term(committee, rule(committee, chair), from, until));
    }

    private String rule(String committee, boolean chair) throws Exception {
        return post(
                        committee,
                        "/seat-rules",
                        "{'name': 'Sitz', 'number': 1, 'voting': true, 'deputies': 1, 'chair': %s}".formatted(chair))
                .get("id")
                .asText();
    }

    private JsonNode term(String committee, String rule, String from, String until) throws Exception {
        String end = until.isEmpty() ? "" : ", 'until': '" + until + "'";
        return post(
                committee,
                "/terms",
                "{'ruleId': '%s', 'name': 'Eva Muster', 'from': '%s'%s}".formatted(rule, from, end));
    }

    private String tied(JsonNode term) throws Exception {
        var account = platform.in(county, () -> platform.bean(People.class).account(county, Roles.MEMBER));
        var request = platform.request(api + "/persons/" + term.get("personId").asText() + "/account/" + account.id())
                .header("Authorization", "Bearer " + lead)
                .PUT(HttpRequest.BodyPublishers.noBody());
        assertThat(platform.send(request).statusCode()).isEqualTo(204);
        return account.token();
    }

    private JsonNode post(String committee, String path, String json) throws Exception {
        var answer = platform.post(api + "/committees/" + committee + path, lead, json.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new ObjectMapper().readTree(answer.body());
    }

    /** The header {@code Cookie} with which a token opens the pages. */
    public static String cookie(String token) {
        return "kk_session=" + token;
    }
}
