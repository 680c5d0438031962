package de.kreiskonzept.platform.home.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.topic.TopicChoice;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.Statements;
import de.kreiskonzept.platform.TestTicker;
import de.kreiskonzept.platform.concept.catalogue.TopicStore;
import de.kreiskonzept.platform.concept.topic.Topics;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A county is offered a newer version of the catalogue, and nothing of it changes before it takes it. */
@ExtendWith(PlatformUnderTest.Given.class)
class CatalogueIT {
    private static final String OFFER = "Für Ihren Katalog gibt es eine neue Fassung: 2";
    private static final String OLD = "Welchen Auftrag habe ich?";
    private static final String NEW = "Wer hat mich beauftragt?";

    private final PlatformUnderTest platform;
    private Workspace county;
    private String lead;

    CatalogueIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aCounty() throws Exception {
        county = platform.county();
        lead = platform.cookie(county, Roles.LEAD);
    }

    @AfterEach
    void holdBack() throws SQLException {
        execute("DELETE FROM registry.catalogue_release");
        platform.bean(TestTicker.class).jump(Duration.ofSeconds(5));
    }

    @Test
    void isOfferedNothingBeforeTheProviderPublishesIt() throws Exception {
        assertThat(page("start", lead)).contains(OLD).doesNotContain(OFFER);
        publish();
        assertThat(page("start", lead))
                .contains(OLD, OFFER, "heißt jetzt: " + NEW)
                .doesNotContain("Digitales");
        assertThat(page("ablauf/neu", lead)).contains(OFFER, "Zehn Schritte, neu benannt (bisher");
        assertThat(page("katalog", lead)).contains("Digitales", "Wohnen", NEW, "Sie arbeiten mit Fassung 1");
        assertThat(page("start", platform.cookie(county, Roles.READER)))
                .contains(OLD)
                .doesNotContain(OFFER);
    }

    @Test
    void takesItWithOneButtonAndKeepsWhatItHasWritten() throws Exception {
        answer("addressees");
        means("Unterkunft", "housing");
        publish();
        Workspace other = platform.county();
        String others = platform.cookie(other, Roles.LEAD);

        assertThat(platform.form(address("katalog"), address("katalog/uebernehmen"), lead, Map.of("version", "2"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("start", lead)).contains(NEW).doesNotContain(OLD, OFFER);
        assertThat(page("ablauf/neu", lead))
                .contains("Zehn Schritte, neu benannt")
                .doesNotContain(OFFER);
        assertThat(page("start/fragen/addressees", lead)).contains("Das betrifft uns nicht");
        assertThat(topics(county).find("housing")).isPresent();
        assertThat(topics(county).find("digital")).isPresent();
        assertThat(page("protokoll", platform.cookie(county, Roles.ADMIN)))
                .contains("Neue Fassung des Katalogs übernommen");

        assertThat(platform.page("/" + other.slug() + "/start", others).body()).contains(OLD, OFFER);
        assertThat(topics(other).find("digital")).isEmpty();
        platform.form(
                "/" + other.slug() + "/katalog",
                "/" + other.slug() + "/katalog/uebernehmen",
                others,
                Map.of("version", "2"));
        assertThat(platform.page("/" + other.slug() + "/start/fragen/addressees", others)
                        .statusCode())
                .as("nobody has answered it there")
                .isEqualTo(404);
        assertThat(topics(other).find("housing")).isEmpty();
    }

    @Test
    void putsTheOfferAwayUntilTheNextOne() throws Exception {
        publish();
        platform.form(address("katalog"), address("katalog/weglegen"), lead, Map.of("version", "2"));
        assertThat(page("start", lead)).contains(OLD).doesNotContain(OFFER);
        assertThat(page("katalog", lead)).contains(OFFER, "Das Angebot ist weggelegt", "Neue Fassung übernehmen");
    }

    @Test
    void anOwnChecklistStaysAsItIsWritten() throws Exception {
        String path = address("start/checkliste");
        platform.form(path, path, lead, Map.of("version", "0", "content", """
                key: own
                version: 1
                title: Unsere Liste
                phases:
                  - key: one
                    title: Erstes
                    questions:
                      - key: only
                        title: Unsere einzige Frage?
                        why: Damit wir es wissen.
                        fields:
                          - {key: words, kind: text, label: Wunsch}
                """));
        publish();
        platform.form(address("katalog"), address("katalog/uebernehmen"), lead, Map.of("version", "2"));
        assertThat(page("start", lead)).contains("Unsere einzige Frage?").doesNotContain(NEW);
    }

    @Test
    void programsDoTheSameAndTakeOnlyWhatIsOffered() throws Exception {
        String token = platform.token(county, Roles.ADMIN);
        String path = "/api/v1/" + county.slug() + "/catalogue";
        assertThat(platform.get(path, token).body()).isEqualTo("{\"version\":1,\"offer\":null}");
        assertThat(platform.post(path + "/take", token, "{\"version\":2}").statusCode())
                .isEqualTo(412);
        publish();
        assertThat(platform.get(path, token).body())
                .contains("\"kind\":\"renamed\"", "\"part\":\"topic\"", "\"putAway\":false");
        assertThat(platform.post(path + "/put-away", token, "{\"version\":2}").body())
                .contains("\"putAway\":true");
        assertThat(platform.post(path + "/take", token, "{\"version\":3}").statusCode())
                .isEqualTo(412);
        assertThat(platform.post(path + "/take", token, "{\"version\":2}").body())
                .isEqualTo("{\"version\":2,\"offer\":null}");
        String reader = platform.token(county, Roles.READER);
        assertThat(platform.post(path + "/take", reader, "{\"version\":2}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void pagesOfAWorkspaceThatIsOneSchemaVersionBehindStillOpen() throws Exception {
        publish();
        try (var superuser = TestServer.shared().superuser();
                var statement = superuser.createStatement()) {
            statement.execute("DROP TABLE " + county.schema() + ".catalogue_choice");
            statement.execute("UPDATE registry.tenant SET schema_version = 'before' WHERE id = '" + county.id() + "'");
        }
        platform.bean(TestTicker.class).jump(Duration.ofSeconds(5));
        for (String path : new String[] {"", "start", "ablauf/neu", "katalog"}) {
            assertThat(platform.page(address(path), lead).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(page("start", lead)).contains(OLD);
    }

    @Test
    void costsOneStatementWhereverItIsShown() throws Exception {
        var statements = platform.bean(Statements.class);
        statements.forget();
        page("start", lead);
        assertThat(statements.about("catalogue_choice")).hasSize(1);
        publish();
        String token = platform.token(county, Roles.ADMIN);
        String path = "/api/v1/" + county.slug() + "/catalogue";
        statements.forget();
        platform.get(path, token);
        assertThat(statements.about("catalogue_choice")).hasSize(1);
        statements.forget();
        platform.post(path + "/take", token, "{\"version\":2}");
        assertThat(statements.about("catalogue_choice")).as("read and written").hasSize(2);
    }

    private void publish() throws SQLException {
        execute("INSERT INTO registry.catalogue_release VALUES (2, true, now(), now(), 0)");
        platform.bean(TestTicker.class).jump(Duration.ofSeconds(5));
    }

    private void answer(String question) throws Exception {
        String path = address("start/fragen/" + question);
        platform.form(
                path, path, lead, Map.of("version", "1", "state", "not_applicable", "why", "Das betrifft uns nicht"));
    }

    private void means(String name, String topic) throws Exception {
        platform.in(county, () -> {
            platform.bean(TopicStore.class)
                    .put(name, new TopicChoice.Mapped(topic), new Actor(null, "Probe"), Instant.now());
            return true;
        });
    }

    private de.kreiskonzept.model.topic.TopicCatalogue topics(Workspace workspace) throws Exception {
        return platform.in(workspace, () -> platform.bean(Topics.class).catalogue());
    }

    private String address(String path) {
        return "/" + county.slug() + "/" + path;
    }

    private String page(String path, String cookie) throws Exception {
        return platform.page(address(path), cookie).body();
    }

    private static void execute(String sql) throws SQLException {
        try (var admin = TestServer.admin();
                var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
