package de.kreiskonzept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.kreiskonzept.foundation.database.RegistrySchema;
import de.kreiskonzept.foundation.database.Release;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.participation.draft.CommentSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.web.router.Router;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** This program works with workspaces of the release before, which are migrated while it answers already (decision 033). */
@ExtendWith(PlatformUnderTest.Given.class)
class PreviousReleaseIT {
    /** Patterns of addresses that need tables of this release, without the county; all else works before the migration. */
    private static final List<String> NEW = List.of("konten/[0-9a-f-]{36}/anmeldedienst");

    private static final String PASSWORD = "ein gutes Passwort";
    private static final String UPDATED = "wird gerade aktualisiert";

    private final PlatformUnderTest platform;
    private final WorkspaceSchema earlier =
            new WorkspaceSchema(Release.previous().script());

    PreviousReleaseIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @Test
    void peopleSignInWriteAndFindEveryPageThatTheyKnow() throws Exception {
        var county = platform.county(earlier);
        platform.in(county, () -> platform.bean(People.class).create("eva@kreis.example", Roles.LEAD, PASSWORD));
        var home = "/" + county.slug() + "/";
        var signedIn = platform.form(
                home + "anmelden", home + "anmelden", "", Map.of("email", "eva@kreis.example", "password", PASSWORD));
        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(303);
        write(county);
        for (var role : List.of(Roles.ADMIN, Roles.LEAD)) {
            var seen = new LinkWalk(platform, platform.cookie(county, role)).from(home);
            assertThat(seen).hasSizeGreaterThan(15);
            assertThat(seen)
                    .allSatisfy((path, status) ->
                            assertThat(status).as(role + " " + path).isEqualTo(isNew(path) ? 503 : 200));
        }
    }

    @Test
    void everyAddressAnswersAsBefore() throws Exception {
        var county = platform.county(earlier);
        var token = platform.token(county, Roles.LEAD);
        var id = UUID.randomUUID().toString();
        var paths = platform.bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET)
                .map(route -> route.getUriMatchTemplate().toPathString())
                .filter(path -> path.contains("{county}"))
                .map(path -> path.replace("{county}", county.slug()).replaceAll("\\{[^}]+}", id))
                .distinct()
                .toList();
        assertThat(paths).hasSizeGreaterThan(100);
        for (var path : paths) {
            var answer = path.startsWith("/api/")
                    ? platform.get(path, token)
                    : new LinkWalk(platform, "kk_session=" + token).open(path);
            if (!isNew(path)) {
                assertThat(answer.statusCode()).as(path).isLessThan(500);
            }
        }
    }

    /** Has its own database, because jobs visit all counties. */
    @Test
    void jobsDoTheirWork() throws Exception {
        var database = TestServer.another();
        try (var admin = database.as("kk_admin", TestServer.ADMIN_PASSWORD)) {
            new RegistrySchema().migrate(admin);
        }
        try (var own = PlatformUnderTest.on(database, Map.of("kreiskonzept.background", true))) {
            var county = own.county(earlier);
            var errors = new ListAppender<ILoggingEvent>();
            errors.start();
            var log = (Logger) LoggerFactory.getLogger("de.kreiskonzept");
            log.addAppender(errors);
            try {
                assertThat(jobs(own.context())).isGreaterThan(8);
            } finally {
                log.detachAppender(errors);
            }
            assertThat(errors.list)
                    .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .isEmpty();
            assertThat(own.county(TenantState.ACTIVE)).isNotEqualTo(county);
        }
    }

    /** Runs every job once and gives their number. */
    private static long jobs(ApplicationContext context) {
        return context.getAllBeanDefinitions().stream()
                .filter(bean -> bean.getBeanType().getName().startsWith("de.kreiskonzept.platform"))
                .mapToLong(bean -> jobs(context, bean))
                .sum();
    }

    private static <T> long jobs(ApplicationContext context, BeanDefinition<T> bean) {
        var jobs = bean.getExecutableMethods().stream()
                .filter(method -> method.hasAnnotation(Scheduled.class))
                .toList();
        jobs.forEach(job -> job.invoke(context.getBean(bean)));
        return jobs.size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE participation_conference RENAME TO later",
                "ALTER TABLE participation_conference RENAME COLUMN name TO later",
                "REVOKE SELECT ON participation_conference FROM %1$s"
            })
    void aPageWhoseTablesAreToComeSaysSoAndTheOthersGoOn(String change) throws Exception {
        var county = platform.county(earlier);
        execute(county, change);
        var token = platform.token(county, Roles.LEAD);
        var page = conferences(county, token);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).contains("60");
        assertThat(page.body()).contains(UPDATED, county.name());
        var program = platform.get("/api/v1/" + county.slug() + "/conferences", token);
        assertThat(program.statusCode()).isEqualTo(503);
        assertThat(program.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(program.headers().firstValue("Retry-After")).contains("60");
        assertThat(program.body()).contains("/problems/workspace-behind", UPDATED);
        assertThat(platform.page("/" + county.slug() + "/konzept", "kk_session=" + token)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTableThatACurrentWorkspaceLacksIsAFault() throws Exception {
        var county = platform.county();
        execute(county, "ALTER TABLE participation_conference RENAME TO later");
        var page = conferences(county, platform.token(county, Roles.LEAD));
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).doesNotContain(UPDATED);
    }

    private HttpResponse<String> conferences(Workspace county, String token) throws Exception {
        return platform.page("/" + county.slug() + "/konferenzen", "kk_session=" + token);
    }

    /** What people do every day, and what committees and networks do. */
    private void write(Workspace county) throws Exception {
        var sample = new CommentSample(platform, county);
        sample.opened();
        assertThat(sample.say(sample.mailed(), "measure", "Kurse auf dem Land").statusCode())
                .isEqualTo(303);
        var lead = new Programs(platform, county, platform.token(county, Roles.LEAD));
        var version = lead.read("/versions").get(0).get("id").asText();
        var section = lead.created(
                "/sections", "{'versionId': '%s', 'kind': 'field_of_action', 'name': 'Arbeit'}".formatted(version));
        var goal =
                lead.created("/goals", "{'sectionId': '%s', 'kind': 'sub_goal', 'text': 'Stellen'}".formatted(section));
        var measure = lead.created(
                "/measures", "{'sectionId': '%s', 'text': 'Praktikum', 'goalIds': ['%s']}".formatted(section, goal));
        lead.created("/measures/" + measure + "/assessments", "{'light': 'yellow', 'justification': 'Es fehlt Geld.'}");
        var council =
                lead.created("/committees", "{'name': 'Beirat', 'kind': 'advisory_board', 'founded': '2020-01-01'}");
        var rule = lead.created(
                "/committees/" + council + "/seat-rules",
                "{'name': 'Fraktionen', 'count': 'per_name', 'setNames': 'Gelb'}");
        lead.created(
                "/committees/" + council + "/terms",
                "{'ruleId': '%s', 'instance': 'Gelb', 'name': 'Eva Muster', 'from': '2020-01-01'}".formatted(rule));
        var meeting = lead.created(
                "/committees/" + council + "/meetings",
                "{'day': '2099-07-20', 'begin': '18:00', 'end': '20:00', 'location': 'Saal 1', 'inviteDays': 14}");
        lead.created("/meetings/" + meeting + "/items", "{'title': 'Konzept'}");
        lead.created(
                "/decisions",
                "{'committeeId': '%s', 'day': '2017-12-11', 'result': 'majority', 'text': 'Ja.', 'ballot': {'yes': 43, 'no': 2}}"
                        .formatted(council));
        lead.created("/papers", "{'kind': 'report', 'title': 'Bericht'}");
        var conference = lead.created("/conferences", "{'name': 'Konferenz 2028', 'day': '2028-02-29'}");
        lead.created(
                "/conferences/" + conference + "/suggestions",
                "{'goalId': '%s', 'text': 'Mehr Kurse', 'origin': 'Tisch 3'}".formatted(goal));
    }

    private static boolean isNew(String path) {
        var rest = path.replaceFirst("^(/api/v1)?/[^/]+/", "");
        return NEW.stream().anyMatch(rest::matches);
    }

    private static void execute(Workspace county, String sql) throws SQLException {
        try (var superuser = TestServer.shared().superuser();
                var statement = superuser.createStatement()) {
            statement.execute("SET search_path = " + county.schema());
            statement.execute(sql.formatted(county.role()));
        }
    }
}
