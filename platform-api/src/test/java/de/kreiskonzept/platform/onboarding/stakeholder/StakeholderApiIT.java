package de.kreiskonzept.platform.onboarding.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The map of stakeholders, as programs of the lead read and change it. */
@ExtendWith(PlatformUnderTest.Given.class)
class StakeholderApiIT {
    private static final String AWO = """
            {"name": "AWO Musterkreis", "kind": "organisation", "place": "outside", "interest": 3, "influence": 2,
             "attitude": "supporting", "cause": "Mehr Beratung"}""";

    private final PlatformUnderTest platform;
    private Workspace county;
    private String all;
    private String lead;

    StakeholderApiIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void anEmptyCounty() throws Exception {
        county = platform.county();
        all = "/api/v1/" + county.slug() + "/stakeholders";
        lead = platform.token(county, Roles.LEAD);
    }

    @Test
    void aStakeholderIsCreatedChangedAndDeleted() throws Exception {
        var created = send("POST", all, "", AWO);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String one = all + "/" + json(created).get("id").asText();
        assertThat(json(platform.get(all, lead)).at("/0/cause").asText()).isEqualTo("Mehr Beratung");

        assertThat(send("PUT", one, "", AWO).statusCode()).isEqualTo(428);
        var changed = send("PUT", one, "\"0\"", AWO.replace("supporting", "critical"));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).get("attitude").asText()).isEqualTo("critical");
        assertThat(send("PUT", one, "\"0\"", AWO).statusCode()).isEqualTo(412);
        assertThat(send("DELETE", one, "\"1\"", "").statusCode()).isEqualTo(204);
        assertThat(platform.get(one, lead).statusCode()).isEqualTo(404);
    }

    @Test
    void saysInASentenceWhatIsWrong() throws Exception {
        var refused = send("POST", all, "", AWO.replace("3", "4"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Feld „interest“: Wählen Sie eine der Möglichkeiten.");
        assertThat(send("POST", all, "", "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void isForTheLeadOfTheCountyAlone() throws Exception {
        String one = all + "/" + json(send("POST", all, "", AWO)).get("id").asText();
        for (String role : new String[] {Roles.ADMIN, Roles.EDITOR, Roles.MEMBER, Roles.READER}) {
            assertThat(platform.get(all, platform.token(county, role)).statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        Workspace other = platform.county();
        String there = one.replace("/" + county.slug() + "/", "/" + other.slug() + "/");
        assertThat(platform.get(there, platform.token(other, Roles.LEAD)).statusCode())
                .isEqualTo(404);
        assertThat(platform.get(there, lead).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> send(String method, String path, String tag, String json) throws Exception {
        var request = platform.request(path)
                .header("Authorization", "Bearer " + lead)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        return platform.send(tag.isEmpty() ? request : request.header("If-Match", tag));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
