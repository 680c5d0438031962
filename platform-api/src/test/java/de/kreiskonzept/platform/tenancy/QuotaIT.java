package de.kreiskonzept.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.Quota;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.evidence.UploadSpace;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to a county that uses more than was agreed, and that others do not feel it. */
@ExtendWith(PlatformUnderTest.Given.class)
class QuotaIT {
    private static final long MEGABYTE = 1L << 20;

    private final PlatformUnderTest platform;

    QuotaIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @Test
    void aCountyThatAsksTooOftenIsToldToWaitAndNoOther() throws Exception {
        Workspace noisy = agreed("requests", 12);
        Workspace other = platform.county();

        assertThat(platform.page("/" + noisy.slug() + "/anmelden", "").statusCode())
                .isEqualTo(200);
        HttpResponse<String> page = platform.page("/" + noisy.slug() + "/anmelden", "");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After")).contains("1");
        assertThat(page.body()).contains("gerade sehr viele Anfragen");
        HttpResponse<String> problem = platform.get("/api/v1/" + noisy.slug() + "/ampel", "any");
        assertThat(problem.statusCode()).isEqualTo(429);
        assertThat(problem.body()).contains("\"type\":\"/problems/too-many-requests\"");
        assertThat(platform.page("/" + other.slug() + "/anmelden", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFewRequestsTooManyAreSlowedDownAndNotRefused() throws Exception {
        Workspace county = agreed("requests", 600);
        long begin = System.nanoTime();
        for (int i = 0; i < 30; i++) {
            assertThat(platform.page("/" + county.slug() + "/anmelden", "").statusCode())
                    .isEqualTo(200);
        }
        // 20 may come at once, then ten a second.
        assertThat(System.nanoTime() - begin).isGreaterThan(900_000_000L);
    }

    @Test
    void noMoreAccountsAreOpenedThanWereAgreed() throws Exception {
        Workspace county = agreed("accounts", 2);
        String admin = platform.token(county, Roles.ADMIN);
        String path = "/api/v1/" + county.slug() + "/konten";
        assertThat(platform.post(path, admin, invitation("eins")).statusCode()).isEqualTo(201);

        HttpResponse<String> refused = platform.post(path, admin, invitation("zwei"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("/problems/too-many-accounts", "Mehr als 2 Konten");
    }

    private static String invitation(String name) {
        return "{\"email\":\"%s@kreis.example\",\"name\":\"Eva Beispiel\",\"role\":\"reader\"}".formatted(name);
    }

    @Test
    void filesThatDoNotFitInAreRefused() throws Exception {
        Workspace county = agreed("megabytes", 1);
        platform.in(county, () -> {
            var space = platform.bean(UploadSpace.class);
            space.require(MEGABYTE);
            assertThatThrownBy(() -> space.require(MEGABYTE + 1))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("too-much-space"));
            return space.taken();
        });
    }

    @Test
    void textsThatAreBroughtInTakeSpaceToo() throws Exception {
        Workspace county = agreed("megabytes", 1);
        String lead = platform.cookie(county, Roles.LEAD);
        HttpResponse<String> first = bringIn(county, lead);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(303);
        HttpResponse<String> refused = bringIn(county, lead);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Der Speicherplatz für hochgeladene Dateien ist aufgebraucht", "1 MB");
        long taken = platform.in(county, () -> platform.bean(UploadSpace.class).taken());
        assertThat(taken).isBetween(MEGABYTE / 2, MEGABYTE);
    }

    private HttpResponse<String> bringIn(Workspace county, String cookie) throws Exception {
        String line = "Kurs am Abend für alle, die in Wechselschicht arbeiten\n";
        String text = "Handlungsfeld Sprache\nZiel: Kurse\n" + line.repeat((int) (MEGABYTE * 2 / 3) / line.length());
        return platform.bringIn(county, cookie, text);
    }

    @Test
    void aSecondLongWorkIsRefusedWhileTheFirstRunsAndThatOfAnotherCountyIsNot() throws Exception {
        Workspace county = agreed("jobs", 1);
        Workspace other = agreed("jobs", 1);
        var work = platform.bean(Work.class);
        var begun = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> asked(county, () -> work.until(begun, over)));
            begun.await();
            assertThatThrownBy(() -> asked(county, work::nested)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.slug()).isEqualTo("too-many-jobs");
                assertThat(refusal.retryAfter()).isPresent();
            });
            assertThat(asked(other, work::nested)).isEqualTo("done");
            assertThat(platform.in(county, work::nested))
                    .as("in the background")
                    .isEqualTo("done");
            over.countDown();
            assertThat(first.get()).isEqualTo("done");
            assertThat(asked(county, work::nested)).isEqualTo("done");
        }
    }

    private String asked(Workspace county, Callable<String> work) throws Exception {
        return ServerRequestContext.with(HttpRequest.GET("/"), (Callable<String>) () -> platform.in(county, work));
    }

    /** Something that takes long. */
    @Singleton
    static class Work {
        private final Part part;

        Work(Part part) {
            this.part = part;
        }

        @LongWork
        String until(CountDownLatch begun, CountDownLatch over) throws InterruptedException {
            begun.countDown();
            over.await();
            return "done";
        }

        @LongWork
        String nested() {
            return part.nothing();
        }
    }

    /** Long work that is part of another one. */
    @Singleton
    static class Part {
        @LongWork
        String nothing() {
            return "done";
        }
    }

    /** A new county with this limit, as the registry tells of it. */
    private Workspace agreed(String limit, int number) throws Exception {
        Workspace county = platform.county();
        try (var admin = TestServer.admin();
                var insert = admin.createStatement()) {
            insert.execute("INSERT INTO registry.tenant_quota (tenant_id, " + limit
                    + ", created_at, modified_at, version) VALUES ('" + county.id() + "', " + number
                    + ", now(), now(), 1)");
        }
        Workspace told = platform.bean(Workspaces.class).list().stream()
                .filter(known -> known.id().equals(county.id()))
                .findFirst()
                .orElseThrow();
        assertThat(told.quota()).isNotEqualTo(Quota.NONE);
        return told;
    }
}
