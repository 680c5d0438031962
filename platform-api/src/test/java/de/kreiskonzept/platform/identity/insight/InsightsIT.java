package de.kreiskonzept.platform.identity.insight;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.Mailbag;
import de.kreiskonzept.platform.Members;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.document.paper.Aloud;
import de.kreiskonzept.platform.home.digest.Digests;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingSite;
import de.kreiskonzept.platform.resolution.PaperSite;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one committee deals with in private is for its members; a word that stands in all of it is found nowhere else. */
@ExtendWith(PlatformUnderTest.Given.class)
class InsightsIT {
    private static final String CANARY = "Kanarienvogel";
    private static final String PART = "Kanarienvog";

    private final PlatformUnderTest platform;
    private PaperSite site;
    private Members members;
    private String base;
    private String own;
    private String other;
    private String meeting;
    private String paper;
    private String decision;
    private String seated;

    InsightsIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCommitteeWithASecret() throws Exception {
        site = new PaperSite(platform);
        base = "/" + site.county.slug();
        members = new Members(platform, site.county);
        own = site.found("Lenkungsgruppe", "guidance_group");
        other = site.found("Beirat", "advisory_board");
        seated = members.of(own);
        meeting = PaperSite.location(site.send(
                base + "/gremien/" + own + "/sitzungen",
                MeetingSite.meeting("day", "2024-03-18", "past", "ja", "title", "Klausur")));
        paper = site.begin();
        site.send(paper + "/bearbeiten", Map.of("title", CANARY, "number", "7", "version", site.version(paper)));
        String turn = site.turn(paper, own, "preliminary", "non_public");
        site.turn(paper, other, "information", "public");
        site.submit(paper);
        site.send(meeting + "/vorlagen", Map.of("beratung", MeetingSite.id(turn)));
        String item = site.find(meeting, "/punkte/([0-9a-f-]{36})\">" + CANARY + "<");
        site.send(
                meeting + "/punkte/" + item,
                Map.of(
                        "title",
                        CANARY,
                        "text",
                        "Zum " + CANARY,
                        "notes",
                        CANARY + " singt",
                        "closed",
                        "ja",
                        "version",
                        "0"));
        site.send(meeting + "/punkte", Map.of("title", "Verschiedenes"));
        site.vote(turn, "approved", Map.of("text", CANARY + " kommt.", "version", "1", "day", "2024-03-18"));
        decision = site.find(paper, "(" + base + "/beschluesse/[0-9a-f-]{36})");
        site.send(decision + "/massnahmen", Map.of("measure", site.measure.toString()));
        site.send(meeting + "/gehalten", Map.of("version", "0"));
        new MeetingSite(platform, site.county).attend(meeting, "present");
        assertThat(site.send(meeting + "/niederschrift/versenden", Map.of("version", "1"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void membersAndTheirDeputiesReadEverythingOfTheirCommittee() throws Exception {
        for (String token : List.of(members.of(own), members.deputyOf(own))) {
            for (String path : List.of(
                    meeting, meeting + "/niederschrift", paper, base + "/vorlagen", base + "/beschluesse", decision)) {
                assertThat(platform.page(path, Members.cookie(token)).body())
                        .as(path)
                        .contains(CANARY);
            }
            assertThat(words(meeting + "/mappe.pdf", Members.cookie(token))).contains(CANARY);
            assertThat(platform.get("/api/v1" + base + "/papers", token).body()).contains(CANARY);
            assertThat(platform.get("/api/v1" + base + "/decisions", token).body())
                    .contains(CANARY);
        }
    }

    @Test
    void nobodyElseFindsAWordOfItAnywhere() throws Exception {
        String attachment = site.find(paper, "href=\"(" + paper + "/anlagen/[0-9a-f-]{36}\\.pdf)\"");
        for (var stranger : strangers().entrySet()) {
            String cookie = Members.cookie(stranger.getValue());
            for (String path : pages()) {
                assertThat(words(path, cookie))
                        .as(stranger.getKey() + " " + path)
                        .doesNotContain(CANARY);
            }
            for (String path : programs()) {
                assertThat(platform.get("/api/v1" + base + path, stranger.getValue())
                                .body())
                        .as(stranger.getKey() + " " + path)
                        .doesNotContain(CANARY);
            }
            for (String path : List.of(paper, decision, attachment)) {
                assertThat(platform.page(path, cookie).statusCode())
                        .as(stranger.getKey() + " " + path)
                        .isEqualTo(404);
            }
            assertThat(words(calendar(cookie), "")).contains("BEGIN:VCALENDAR").doesNotContain(CANARY);
        }
        platform.in(site.county, () -> platform.bean(Digests.class).write(LocalDate.of(2026, 11, 23)));
        assertThat(platform.in(site.county, () -> platform.bean(Mailbag.class).bodies(CANARY)))
                .isEmpty();
    }

    @Test
    void whoSitsInAnotherCommitteeOfAPaperReadsItWithoutWhatTheFirstOneDecided() throws Exception {
        String cookie = Members.cookie(members.of(other));
        assertThat(platform.page(paper, cookie).body())
                .contains(CANARY)
                .doesNotContain(CANARY + " kommt.", decision, meeting);
        assertThat(platform.page(decision, cookie).statusCode()).isEqualTo(404);
        assertThat(platform.page(base + "/beschluesse", cookie).body()).doesNotContain(CANARY);
        assertThat(platform.page(meeting, cookie).body()).doesNotContain(CANARY);
        assertThat(platform.page(meeting + "/teilnahme", cookie).statusCode()).isEqualTo(404);
        assertThat(platform.form(meeting, meeting + "/niederschrift/einwaende", cookie, Map.of("text", "Nein"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anonymousPeopleAndOtherCountiesFindNothing() throws Exception {
        var foreign = platform.county();
        String lead = platform.token(foreign, Roles.LEAD);
        for (String path : pages()) {
            assertThat(words(path, "")).as(path).doesNotContain(CANARY);
            assertThat(words(path, Members.cookie(lead))).as(path).doesNotContain(CANARY);
            assertThat(words(path.replace(base, "/" + foreign.slug()), Members.cookie(lead)))
                    .as(path)
                    .doesNotContain(CANARY);
        }
    }

    @Test
    void whoLeadsACommitteeReadsItsDraftsAndMembersDoNot() throws Exception {
        String draft = site.begin();
        site.turn(draft, own, "preliminary", "public");
        String chair = Members.cookie(members.chairOf(own));
        String member = Members.cookie(members.of(own));
        assertThat(platform.page(draft, chair).body())
                .contains("Beschlussvorschlag")
                .doesNotContain("/bearbeiten");
        assertThat(platform.page(draft, member).statusCode()).isEqualTo(404);
        assertThat(platform.page(base + "/vorlagen", chair).body()).contains(draft);
        assertThat(platform.page(base + "/vorlagen", member).body()).doesNotContain(draft);
        assertThat(platform.page(draft, Members.cookie(members.chairOf(other))).statusCode())
                .isEqualTo(404);
        String planned = PaperSite.location(
                site.send(base + "/gremien/" + own + "/sitzungen", MeetingSite.meeting("day", "2099-03-18")));
        site.send(planned + "/punkte", Map.of("title", "Vorbereitung", "closed", "ja"));
        assertThat(platform.page(planned, chair).body()).contains("Vorbereitung");
        assertThat(platform.page(base + "/", member).body()).contains("Nächste Sitzungen", planned);
        assertThat(platform.page(base + "/", platform.cookie(site.county, Roles.MEMBER))
                        .body())
                .doesNotContain("Nächste Sitzungen", planned);
        assertThat(platform.page(planned, member).body()).doesNotContain("Vorbereitung");
        site.send(meeting + "/punkte", Map.of("title", "Nachgetragen", "notes", "Nur im Entwurf"));
        assertThat(platform.page(meeting + "/niederschrift", chair).body()).contains("Nur im Entwurf");
        assertThat(platform.page(meeting + "/niederschrift", member).body()).doesNotContain("Nur im Entwurf");
    }

    @Test
    void insightEndsWithTheTieAndWithTheRole() throws Exception {
        String cookie = Members.cookie(seated);
        String person = site.find(base + "/gremien/" + own, "(" + base + "/gremien/personen/[0-9a-f-]{36})");
        String account = site.find(person, "<option value=\"([0-9a-f-]{36})\" selected>Prüfperson");
        assertThat(platform.page(decision, cookie).statusCode()).isEqualTo(200);
        assertThat(site.send(person + "/konto", Map.of("konto", "")).statusCode())
                .isEqualTo(303);
        assertThat(platform.page(decision, cookie).statusCode()).isEqualTo(404);
        assertThat(site.send(person + "/konto", Map.of("konto", account)).statusCode())
                .isEqualTo(303);
        assertThat(platform.page(decision, cookie).statusCode()).isEqualTo(200);
        String admin = platform.cookie(site.county, Roles.ADMIN);
        String page = base + "/konten/" + account;
        assertThat(platform.form(page, page + "/rolle", admin, Map.of("version", "0", "role", Roles.EDITOR))
                        .statusCode())
                .isEqualTo(303);
        assertThat(platform.page(decision, cookie).statusCode()).isEqualTo(404);
        assertThat(site.send(person + "/konto", Map.of("konto", account)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAccountBelongsToOnePersonAlone() throws Exception {
        String first = site.find(base + "/gremien/" + own, "(" + base + "/gremien/personen/[0-9a-f-]{36})");
        String account = site.find(first, "<option value=\"([0-9a-f-]{36})\" selected>Prüfperson");
        members.of(other);
        String second = site.find(base + "/gremien/" + other, "(" + base + "/gremien/personen/[0-9a-f-]{36})");
        assertThat(site.page(second)).doesNotContain(account);
        assertThat(site.send(second + "/konto", Map.of("konto", account)).statusCode())
                .isEqualTo(404);
        assertThat(platform.form(base + "/", first + "/konto", Members.cookie(seated), Map.of("konto", account))
                        .statusCode())
                .isEqualTo(403);
    }

    private Map<String, String> strangers() throws Exception {
        var strangers = new LinkedHashMap<String, String>();
        for (String role : List.of(Roles.READER, Roles.EDITOR, Roles.ADMIN, Roles.MEMBER)) {
            strangers.put(role, platform.token(site.county, role));
        }
        strangers.put("former member", members.formerOf(own));
        strangers.put("chair of a third one", members.chairOf(site.found("Netzwerk", "network")));
        return strangers;
    }

    private List<String> pages() {
        var pages = new ArrayList<>(List.of(
                base + "/",
                base + "/sitzungen?zeit=alle",
                base + "/gremien/" + own,
                base + "/gremien/" + own + "/sitzungen?zeit=alle",
                base + "/vorlagen",
                base + "/beschluesse",
                base + "/beschluesse?suche=" + PART,
                base + "/beschluesse.csv",
                base + "/beschluesse.xlsx",
                base + "/beschluesse.docx",
                base + "/konzept/massnahmen/" + site.measure,
                base + "/konzept/fassungen/" + site.version,
                base + "/suche?q=" + PART,
                decision,
                paper,
                paper + "/vorlage.pdf",
                paper + "/vorlage.docx",
                meeting));
        for (String path : List.of(
                "/niederschrift",
                "/niederschrift.pdf",
                "/niederschrift.docx",
                "/einladung.pdf",
                "/mappe.pdf",
                "/termin.ics",
                "/teilnahme")) {
            pages.add(meeting + path);
        }
        return pages;
    }

    private List<String> programs() {
        String at = "/meetings/" + MeetingSite.id(meeting);
        return List.of(
                "/meetings?span=alle",
                at,
                at + "/items",
                "/papers",
                "/papers/" + MeetingSite.id(paper),
                "/decisions",
                "/decisions?q=" + PART,
                "/decisions/" + MeetingSite.id(decision),
                "/measures/" + site.measure,
                "/search?q=" + PART,
                "/committees/" + own + "/composition");
    }

    private String calendar(String cookie) throws Exception {
        String page = platform.form(base + "/kalender", base + "/kalender", cookie, Map.of())
                .body();
        var link = Pattern.compile("(" + base + "/kalender/[^\"<\\s]+\\.ics)").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** What can be read of an answer: the text of a page, of a PDF file or of what is packed into an Office file. */
    private String words(String path, String cookie) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = platform.request(path).header("Accept", "*/*");
            HttpResponse<byte[]> answer = http.send(
                    (cookie.isEmpty() ? request : request.header("Cookie", cookie)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            byte[] body = answer.body();
            String text = new String(body, StandardCharsets.UTF_8);
            if (text.startsWith("%PDF-")) {
                return Aloud.read(body);
            }
            return text.startsWith("PK") ? unpacked(body) : text;
        }
    }

    private static String unpacked(byte[] file) throws Exception {
        Path copy = Files.write(Files.createTempFile("unpacked", ".zip"), file);
        var text = new StringBuilder();
        try (var zip = new ZipFile(copy.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(copy);
        }
        return text.toString();
    }
}
