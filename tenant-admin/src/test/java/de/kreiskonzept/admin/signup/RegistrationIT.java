package de.kreiskonzept.admin.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import de.kreiskonzept.model.tenant.CountyType;
import de.kreiskonzept.model.tenant.TenantState;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ConsoleUnderTest.Given.class)
class RegistrationIT {
    private static final Pattern LINK = Pattern.compile("http\\S+(/registrieren/bestaetigen/\\S+)");
    private static final Pattern INVITATION =
            Pattern.compile("http://localhost:8080/[a-z0-9-]+/einladung/[A-Za-z0-9_-]{43}");

    private final ConsoleUnderTest console;
    private final Registration registration;
    private final Tenants tenants;

    RegistrationIT(ConsoleUnderTest console) {
        this.console = console;
        this.registration = console.bean(Registration.class);
        this.tenants = console.bean(Tenants.class);
    }

    @AfterEach
    void backToTheTrueTime() {
        console.bean(MovableClock.class).reset();
    }

    @Test
    void leadsFromTheFormToAWorkspaceWithAnInvitation() throws Exception {
        var county = console.county();
        var email = address(county);
        var browser = console.browser();
        assertThat(browser.get("/registrieren").body()).contains(county.displayName());
        var sent = browser.post("/registrieren", form(county));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);

        var link = link(email);
        assertThat(browser.get(link).body()).contains(county.displayName());
        assertThat(browser.post(link, Map.of()).statusCode()).isEqualTo(303);

        var operator = console.browser("operator");
        assertThat(operator.get("/").body()).contains(county.displayName());
        var tenant = tenants.findLiving(county.ags()).orElseThrow();
        var signup = console.bean(Signups.class).findByTenant(tenant.id()).orElseThrow();
        var detail = operator.get("/antraege/" + signup.id());
        assertThat(detail.statusCode()).as(detail.body()).isEqualTo(200);
        var approved = operator.post("/antraege/" + signup.id() + "/annehmen", Map.of());
        assertThat(approved.headers().firstValue("Location")).contains("/arbeitsbereiche/" + tenant.id());
        assertThat(operator.get("/arbeitsbereiche/" + tenant.id()).headers().firstValue("Refresh"))
                .contains("2");

        assertThat(console.bean(Provisioning.class).complete(tenant.id())).isTrue();
        assertThat(tenants.get(tenant.id()).state()).isEqualTo(TenantState.ACTIVE);
        assertThat(console.rows(tenant.id(), "identity_account")).isEqualTo(1);
        assertThat(console.mails(email).getFirst().body()).containsPattern(INVITATION);
        var page = operator.get("/arbeitsbereiche/" + tenant.id());
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.headers().firstValue("Refresh")).isEmpty();
    }

    @Test
    void refusesACountyWithAnOpenRequestOfSomebodyElse() {
        var county = console.county();
        registration.request(request(county));
        var fields = form(county);
        fields.put("email", "anderes@k" + county.ags() + ".example");
        var browser = console.browser();
        browser.get("/registrieren");
        var answer = browser.post("/registrieren", fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("liegt schon ein Antrag vor", "anderes@k", "href=\"#f-ags\"")
                .doesNotContain(address(county));
    }

    @Test
    void answersARepeatedRequestOnce() {
        var county = console.county();
        var browser = console.browser();
        browser.get("/registrieren");
        assertThat(browser.post("/registrieren", form(county)).statusCode()).isEqualTo(303);
        assertThat(browser.post("/registrieren", form(county)).statusCode()).isEqualTo(303);
        assertThat(console.mails(address(county))).hasSize(1);
    }

    @Test
    void sendsANewLinkWhenTheRequestIsRepeatedLater() {
        var county = console.county();
        var browser = console.browser();
        browser.get("/registrieren");
        browser.post("/registrieren", form(county));
        var lost = link(address(county));
        console.bean(MovableClock.class).advance(Registration.REPEATED.plusSeconds(1));
        browser.post("/registrieren", form(county));
        assertThat(console.mails(address(county))).hasSize(2);
        assertThat(browser.get(lost).statusCode()).isEqualTo(404);
        assertThat(browser.get(newestLink(address(county), lost)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesACountyWithAWorkspace() {
        var county = console.county();
        console.bean(Decision.class).enter(request(county), Actor.without("Test"));
        assertThatThrownBy(() -> registration.request(request(county)))
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).status().getCode())
                .isEqualTo(409);
    }

    @Test
    void takesOneOfManySimultaneousRequests() throws Exception {
        var county = console.county();
        var same = sendAtOnce(i -> request(county));
        assertThat(new HashSet<>(same)).hasSize(1);
        assertThat(same).hasSize(8);
        assertThat(console.mails(address(county))).hasSize(1);

        var contested = console.county();
        var different = sendAtOnce(
                i -> new CountyRequest(contested, "Person " + i, "p" + i + "@k" + county.ags() + ".example"));
        assertThat(different).hasSize(1);
    }

    /** Sends eight requests at once and gives the ids of those that were taken. */
    private List<UUID> sendAtOnce(IntFunction<CountyRequest> requests) throws Exception {
        Function<Integer, Callable<Optional<UUID>>> asking = i -> () -> {
            try {
                return Optional.of(registration.request(requests.apply(i)).id());
            } catch (Refusal e) {
                return Optional.empty();
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 8).boxed().map(asking).toList();
            return threads.invokeAll(calls).stream()
                    .map(Future::resultNow)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "08212 | Stadt Karlsruhe, kreisfrei",
                "Stadt Karlsruhe | Stadt Karlsruhe, kreisfrei",
                "landkreis karlsruhe | Landkreis Karlsruhe",
                "Landkreis Konstanz (08335) | Landkreis Konstanz",
                "Waldshut | Landkreis Waldshut"
            })
    void understandsWhatIsTyped(String typed, String meant) {
        assertThat(CountyChoice.of(typed, console.bean(CountyCatalogue.class)))
                .isInstanceOfSatisfying(
                        CountyChoice.One.class,
                        one -> assertThat(one.county().displayName()).isEqualTo(meant));
    }

    @Test
    void namesTheCountiesThatCouldBeMeant() {
        var browser = console.browser();
        browser.get("/registrieren");
        var fields = form(console.county());
        fields.put("ags", "Karlsruhe");
        assertThat(browser.post("/registrieren", fields).body())
                .contains("Stadt Karlsruhe, kreisfrei (08212)", "Landkreis Karlsruhe (08215)", "value=\"Karlsruhe\"");
        fields.put("ags", "Entenhausen");
        assertThat(browser.post("/registrieren", fields).body()).contains("gibt es in der amtlichen Liste nicht");
    }

    @Test
    void offersEveryCountyOnceAndNamesTheSource() {
        var counties = console.bean(CountyCatalogue.class).list();
        var page = console.browser().get("/registrieren").body();
        assertThat(counties)
                .hasSize(400)
                .allSatisfy(county -> assertThat(page).contains("value=\"" + CountyChoice.entry(county) + "\""));
        assertThat(counties.stream().map(County::displayName)).doesNotHaveDuplicates();
        assertThat(counties.stream().filter(county -> county.type() == CountyType.LANDKREIS))
                .hasSize(294);
        assertThat(page).contains("Liste der Kreise:", "Stand ");
        var list = console.browser().get("/registrieren/kreise?suche=rosenheim");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains("href=\"/registrieren?ags=09163\"", "href=\"/registrieren?ags=09187\"");
        assertThat(console.browser().get("/registrieren?ags=09187").body())
                .contains("value=\"Landkreis Rosenheim (09187)\" maxlength");
    }

    @Test
    void letsALinkWorkOnce() {
        var county = console.county();
        registration.request(request(county));
        var browser = console.browser();
        var link = link(address(county));
        browser.get(link);
        assertThat(browser.post(link, Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.post(link, Map.of()).statusCode()).isEqualTo(404);
        assertThat(browser.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void makesRoomForANewRequestAfterSevenDays() throws Exception {
        var county = console.county();
        registration.request(request(county));
        var link = link(address(county));
        console.bean(MovableClock.class).advance(Registration.LINK.plus(Duration.ofMinutes(1)));
        assertThat(console.browser().get(link).statusCode()).isEqualTo(404);
        console.job("request anew", () -> registration.request(request(county)));
        assertThat(console.mails(address(county))).hasSize(2);
    }

    @Test
    void endsRequestsThatRanOutEachWithAnEntryOfItsOwn() throws Exception {
        var first = registration.request(request(console.county()));
        var second = registration.request(request(console.county()));
        assertThat(registration.runOut()).doesNotContain(first.id(), second.id());
        registration.expire(first.id());
        assertThat(tenants.findLiving(first.ags())).isPresent();
        console.bean(MovableClock.class).advance(Registration.LINK);
        assertThat(registration.runOut()).contains(first.id(), second.id());
        console.<Boolean>job("end requests", () -> {
            new Expiry(registration).expire();
            return true;
        });
        assertThat(registration.runOut()).isEmpty();
        assertThat(tenants.findLiving(first.ags())).isEmpty();
        assertThat(tenants.findLiving(second.ags())).isEmpty();
    }

    @Test
    void tellsTheCountyWhyItIsRejected() {
        var county = console.county();
        registration.request(request(county));
        var browser = console.browser();
        var link = link(address(county));
        browser.get(link);
        browser.post(link, Map.of());
        var id = idOf(county);
        var reject = "/api/v1/signups/" + id + "/reject";
        var reason = "{\"reason\":\"Es fehlt das Mandat für Ä.\"}";
        assertThat(console.post(reject, "operator", "{}", "If-Match", tag(id)).statusCode())
                .isEqualTo(400);
        assertThat(console.post(reject, "operator", reason).statusCode()).isEqualTo(428);
        assertThat(console.post(reject, "operator", reason, "If-Match", "\"0\"").statusCode())
                .isEqualTo(412);
        var answer = console.post(reject, "operator", reason, "If-Match", tag(id));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(console.mails(address(county)).getFirst().body()).contains("Es fehlt das Mandat für Ä.");
        registration.request(request(county));
    }

    @Test
    void approvesOnlyConfirmedRequests() {
        var county = console.county();
        registration.request(request(county));
        var id = idOf(county);
        var answer = console.post("/api/v1/signups/" + id + "/approve", "operator", "{}", "If-Match", tag(id));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("noch nicht bestätigt");
    }

    @Test
    void approvesByTheInterfaceOnlyWhatWasRead() {
        var county = console.county();
        registration.request(request(county));
        var id = idOf(county);
        var asRequested = tag(id);
        var browser = console.browser();
        var link = link(address(county));
        browser.get(link);
        browser.post(link, Map.of());
        var approve = "/api/v1/signups/" + id + "/approve";
        assertThat(console.post(approve, "operator", "{}").statusCode()).isEqualTo(428);
        assertThat(console.post(approve, "operator", "{}", "If-Match", asRequested)
                        .statusCode())
                .isEqualTo(412);
        assertThat(console.get("/api/v1/signups/" + id, "operator").body()).contains("\"state\":\"verified\"");
        var asConfirmed = tag(id);
        var approved = console.post(approve, "operator", "{}", "If-Match", asConfirmed);
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(approved.headers().firstValue("ETag")).contains(tag(id)).isNotEqualTo(Optional.of(asConfirmed));
        assertThat(console.post(approve, "operator", "{}", "If-Match", asConfirmed)
                        .body())
                .isEqualTo(approved.body());
    }

    private String tag(Object signup) {
        return console.get("/api/v1/signups/" + signup, "operator")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    @Test
    void letsSupportReadButNotDecide() {
        var county = console.county();
        var signup = registration.request(request(county));
        assertThat(console.get("/api/v1/signups/" + signup.id(), "support").statusCode())
                .isEqualTo(200);
        assertThat(console.post("/api/v1/signups/" + signup.id() + "/approve", "support", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "ags,''",
        "ags,99999",
        "ags,8335",
        "contactName,'   '",
        "email,kein",
        "email,a@b.de%0ABcc:x@y.de",
        "agreement,''"
    })
    void refusesWhatIsMissingOrWrongAndKeepsTheRest(String field, String value) {
        var county = console.county();
        var fields = form(county);
        fields.put(field, value.replace("%0A", "\n"));
        var browser = console.browser();
        browser.get("/registrieren");
        var answer = browser.post("/registrieren", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#f-" + field + "\"");
        assertThat(tenants.findLiving(county.ags())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"contactName,201", "email,300", "contactName,100000"})
    void refusesWhatIsTooLong(String field, int length) {
        var fields = form(console.county());
        fields.put(field, "x".repeat(length));
        var browser = console.browser();
        browser.get("/registrieren");
        assertThat(browser.post("/registrieren", fields).statusCode()).isEqualTo(422);
    }

    @Test
    void showsMarkupAsText() {
        var county = console.county();
        var fields = form(county);
        fields.put("contactName", "<script>alert(1)</script>");
        fields.put("agreement", "");
        var browser = console.browser();
        browser.get("/registrieren");
        assertThat(browser.post("/registrieren", fields).body())
                .contains("&lt;script>")
                .doesNotContain("<script>alert");
    }

    private UUID idOf(County county) {
        var tenant = tenants.findLiving(county.ags()).orElseThrow().id();
        return console.bean(Signups.class).findByTenant(tenant).orElseThrow().id();
    }

    private String link(String email) {
        var link = LINK.matcher(console.mails(email).getFirst().body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String newestLink(String email, String known) {
        return console.mails(email).stream()
                .map(mail -> LINK.matcher(mail.body()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .filter(link -> !link.equals(known))
                .findFirst()
                .orElseThrow();
    }

    private static CountyRequest request(County county) {
        return new CountyRequest(county, "Änne Müller", address(county));
    }

    private static Map<String, String> form(County county) {
        return new HashMap<>(Map.of(
                "ags",
                county.ags().text(),
                "contactName",
                "Änne Müller",
                "email",
                address(county),
                "agreement",
                "true"));
    }

    private static String address(County county) {
        return "integration@k" + county.ags() + ".example";
    }
}
