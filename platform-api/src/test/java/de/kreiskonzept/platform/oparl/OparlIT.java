package de.kreiskonzept.platform.oparl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.Statements;
import de.kreiskonzept.platform.identity.Roles;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What programs read of a county that has released its council. */
@ExtendWith(PlatformUnderTest.Given.class)
class OparlIT {
    private final PlatformUnderTest platform;
    private final ObjectMapper json = new ObjectMapper();
    private OparlSite site;
    private String meeting;
    private String paper;

    OparlIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCouncilThatDealtWithAPaper() throws Exception {
        site = new OparlSite(platform);
        site.seat(site.council, "Caritas", "Eva Muster");
        meeting = site.plan(site.council, "Haushalt");
        site.item(meeting, "Begrüßung", true);
        site.item(meeting, "Vergabe", false);
        site.item(meeting, "Integrationskonzept", true);
        site.invite(meeting);
        paper = site.papers.begin();
        String turn = site.papers.turn(paper, site.council, "decision", "public");
        site.papers.submit(paper);
        site.papers.send(site.papers.base + "/beschlussgremium", Map.of("committee", site.council));
        assertThat(site.papers.vote(turn, "approved", Map.of()).statusCode()).isEqualTo(303);
        standAt("Begrüßung");
    }

    private void standAt(String item) throws Exception {
        site.sql("UPDATE resolution_consultation SET meeting_item_id = (SELECT id FROM meeting_item WHERE title = '"
                + item + "'), version = version + 1");
    }

    @Test
    void aTurnAtAnItemThatIsNotPublicNamesNeitherTheItemNorItsMeeting() throws Exception {
        standAt("Vergabe");
        site.release(true);
        JsonNode consultation = only("/papers").get("consultation").get(0);
        assertThat(consultation.has("organization")).isTrue();
        assertThat(consultation.has("agendaItem")).isFalse();
        assertThat(consultation.has("meeting")).isFalse();
    }

    @Test
    void keepsToTheSchemaWhereverItsAddressesLead() throws Exception {
        site.release(true);
        OparlReader reader = site.reader();
        Map<String, Integer> seen = reader.hold(reader.walk());
        assertThat(seen)
                .containsEntry("Organization", 2)
                .containsEntry("Person", 1)
                .containsEntry("Membership", 1)
                .containsEntry("Meeting", 1)
                .containsEntry("AgendaItem", 2)
                .containsEntry("Paper", 1)
                .containsEntry("Consultation", 1)
                .containsEntry("File", 3)
                .containsEntry("Location", 1)
                .containsEntry("List", 22);
    }

    @Test
    void tellsWhoSitsForWhomAndWhatWasDecidedAtWhichItem() throws Exception {
        site.release(true);
        JsonNode person = only("/persons");
        assertThat(person.get("name").asText()).isEqualTo("Eva Muster");
        JsonNode seat = person.get("membership").get(0);
        assertThat(seat.get("votingRight").asBoolean()).isTrue();
        assertThat(follow(seat.get("onBehalfOf")).get("name").asText()).isEqualTo("Caritas");
        assertThat(follow(seat.get("organization")).get("classification").asText())
                .isEqualTo("Parlament");

        JsonNode consultation = only("/papers").get("consultation").get(0);
        JsonNode item = follow(consultation.get("agendaItem"));
        assertThat(item.get("name").asText()).isEqualTo("Begrüßung");
        assertThat(item.get("result").asText()).isEqualTo("beschlossen");
        assertThat(item.get("resolutionText").asText()).isEqualTo("Dem Konzept wird zugestimmt.");
        assertThat(follow(consultation.get("meeting")).get("name").asText()).isEqualTo("Kreistag: Haushalt");
        assertThat(consultation.get("authoritative").asBoolean()).isTrue();
    }

    @Test
    void givesNothingBeforeTheCountyHasReleasedAnything() throws Exception {
        for (String path : List.of("/system", "/body", "/bodies", "/meetings", "/meeting/" + id(meeting))) {
            var answer = site.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(json.readTree(answer.body()).get("type").asText()).isEqualTo(OparlReader.TYPE + "Error");
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
        site.release(true);
        assertThat(site.get("/system").statusCode()).isEqualTo(200);
        assertThat(site.get("/meeting/" + id(meeting)).statusCode()).isEqualTo(200);
        assertThat(site.releasing(Map.of()).statusCode()).isEqualTo(303);
        assertThat(site.get("/meeting/" + id(meeting)).statusCode()).isEqualTo(404);
        assertThat(site.get("/system").statusCode()).isEqualTo(404);
    }

    @Test
    void answersUnknownAddressesWithNotFound() throws Exception {
        site.release(true);
        for (String path : List.of(
                "/nothings",
                "/meeting/" + id(paper),
                "/nothing/" + id(paper),
                "/meeting/x",
                "/file/" + id(paper) + "/download")) {
            assertThat(site.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void pagesListsAndKeepsTheFilterOnTheWay() throws Exception {
        site.release(true);
        JsonNode first = site.read("/agendaItems?elementsPerPage=1&created_since=2020-01-01T00%3A00%3A00%2B01%3A00");
        assertThat(first.get("pagination").get("totalPages").asInt()).isEqualTo(2);
        assertThat(first.get("data")).hasSize(1);
        assertThat(first.get("links").has("prev")).isFalse();
        JsonNode second = follow(first.get("links").get("next"));
        assertThat(second.get("data")).hasSize(1);
        assertThat(second.get("data").get(0)).isNotEqualTo(first.get("data").get(0));
        assertThat(second.get("links").get("first").asText()).contains("created_since=", "elementsPerPage=1", "page=1");
        assertThat(second.get("links").has("next")).isFalse();
        assertThat(follow(second.get("links").get("prev")).get("data")).isEqualTo(first.get("data"));
        assertThat(site.get("/agendaItems?page=0").statusCode()).isEqualTo(400);
        assertThat(site.get("/agendaItems?elementsPerPage=101").statusCode()).isEqualTo(400);
    }

    @Test
    void filtersByTheTimesOfObjects() throws Exception {
        site.release(true);
        String modified = only("/meetings").get("modified").asText();
        assertThat(count("/meetings?modified_since=" + encoded(modified))).isOne();
        assertThat(count("/meetings?modified_until=" + encoded(modified))).isOne();
        assertThat(count("/meetings?modified_since=2098-01-01T00%3A00%3A00Z")).isZero();
        assertThat(count("/meetings?created_until=2020-01-01T00%3A00%3A00Z")).isZero();
        assertThat(count("/bodies?modified_since=2098-01-01T00%3A00%3A00Z")).isZero();
        assertThat(count("/bodies?modified_since=2020-01-01T00%3A00%3A00Z")).isOne();
        var wrong = site.get("/meetings?modified_since=gestern");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("modified_since muss ein Zeitpunkt mit Zeitzone sein");
    }

    @Test
    void keepsNothingOfADeletedObjectButThatItIsDeleted() throws Exception {
        site.release(true);
        JsonNode item = only("/meetings").get("agendaItem").get(1);
        assertThat(item.get("name").asText()).isEqualTo("Integrationskonzept");
        site.sql("DELETE FROM meeting_item WHERE title = 'Integrationskonzept'");
        JsonNode gone = follow(item.get("id"));
        assertThat(site.reader().faults("Deleted", gone)).isEmpty();
        assertThat(gone.get("type").asText()).isEqualTo(OparlReader.TYPE + "AgendaItem");
        assertThat(gone.get("created")).isEqualTo(item.get("created"));
        assertThat(count("/agendaItems")).isOne();
        assertThat(count("/agendaItems?modified_since=2020-01-01T00%3A00%3A00Z"))
                .isEqualTo(2);
        assertThat(only("/meetings").get("agendaItem")).hasSize(1);

        assertThat(site.releasing(Map.of("released", "ja")).statusCode()).isEqualTo(303);
        assertThat(count("/meetings")).isZero();
        assertThat(site.read("/meeting/" + id(meeting)).get("deleted").asBoolean())
                .isTrue();
        assertThat(site.get("/file/"
                                + id(only("/files?modified_since=2020-01-01T00%3A00%3A00Z", 0)
                                        .get("id")
                                        .asText()) + "/download")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void isSentOnceToWhoHasItAlreadyAndReadInFewStatements() throws Exception {
        site.release(true);
        var first = site.get("/meetings");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, max-age=300");
        assertThat(first.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        var statements = platform.bean(Statements.class);
        statements.forget();
        var again = platform.send(platform.request(site.base + "/oparl/v1.1/meetings")
                .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow()));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(statements.about("oparl_")).hasSizeLessThanOrEqualTo(6);
        assertThat(statements.about("meeting_item")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void isReleasedByLeadOrAdminAloneAndOnlyAsTheyHaveSeenIt() throws Exception {
        String page = site.base + "/gremien/oparl";
        for (String role : List.of(Roles.EDITOR, Roles.MEMBER, Roles.READER)) {
            assertThat(platform.page(page, platform.cookie(site.papers.county, role))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(platform.page(page, platform.cookie(site.papers.county, Roles.ADMIN))
                        .statusCode())
                .isEqualTo(200);
        site.release(true);
        var stale = site.releasing(Map.of("released", "ja", "committees", site.council, "version", "0"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Jemand anderes hat diese Angaben inzwischen geändert", "checked");
        assertThat(site.releasing(Map.of("released", "ja", "committees", id(paper)))
                        .body())
                .contains("Wählen Sie Gremien aus der Liste.");
        assertThat(site.releasing(Map.of("released", "ja", "named", site.council))
                        .body())
                .contains("nur Mitglieder eines Gremiums, das oben als öffentlich angekreuzt ist");
    }

    private JsonNode only(String list) throws Exception {
        JsonNode data = site.read(list).get("data");
        assertThat(data).as(list).hasSize(1);
        return data.get(0);
    }

    private JsonNode only(String list, int place) throws Exception {
        return site.read(list).get("data").get(place);
    }

    private int count(String list) throws Exception {
        return site.read(list).get("pagination").get("totalElements").asInt();
    }

    private JsonNode follow(JsonNode address) throws Exception {
        return site.read(address.asText().replaceFirst(".*/oparl/v1\\.1", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
