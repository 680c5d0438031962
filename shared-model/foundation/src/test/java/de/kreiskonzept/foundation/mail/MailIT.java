package de.kreiskonzept.foundation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.kreiskonzept.foundation.database.RegistryContext;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.job.MovableClock;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail from the outbox to a real SMTP server. */
class MailIT {
    private static final String EVA = "eva.muster@kreis.example";
    private static final List<Integer> MINUTES_BETWEEN_ATTEMPTS = List.of(1, 5, 30, 120, 360, 1440);

    private final GreenMail server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final RegistryContext registry = RegistryContext.with(Map.of(
            "kreiskonzept.smtp-url",
            "smtp://127.0.0.1:" + server.getSmtp().getServerSetup().getPort(),
            "kreiskonzept.mail-from",
            "Kreiskonzept Prüfstelle <absender@betreiber.example>"));
    private final Outbox outbox = registry.bean(Outbox.class);
    private final MailDelivery delivery = registry.bean(MailDelivery.class);
    private final MovableClock clock = registry.bean(MovableClock.class);

    @BeforeEach
    void anEmptyOutbox() throws SQLException {
        try (var admin = TestServer.admin();
                var statement = admin.createStatement()) {
            statement.execute("DELETE FROM mail_outbox");
        }
    }

    @AfterEach
    void stop() {
        registry.close();
        server.stop();
    }

    @Test
    void deliversWithUmlautsAndTheHeadersOfAnAutomaticMail() throws Exception {
        server.start();
        enqueue("Einladung für Böblingen – „Überblick“ über alle Maßnahmen des Landkreises und seiner Städte");
        assertThat(deliver()).isEqualTo(1);

        var mail = onlyMail();
        assertThat(mail.getSubject())
                .isEqualTo(
                        "Einladung für Böblingen – „Überblick“ über alle Maßnahmen des Landkreises und seiner Städte");
        assertThat(mail.getHeader("Subject")[0]).startsWith("=?UTF-8?").isASCII();
        assertThat(mail.getContent().toString().strip().replace("\r\n", "\n")).isEqualTo("Grüß Gott,\n.\nzwei Zeilen.");
        assertThat(mail.getHeader("From")[0]).isASCII();
        var sender = (InternetAddress) mail.getFrom()[0];
        assertThat(sender.getPersonal()).isEqualTo("Kreiskonzept Prüfstelle");
        assertThat(sender.getAddress()).isEqualTo("absender@betreiber.example");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(EVA);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("de");
        assertThat(mail.getHeader("Date")).hasSize(1);
        assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@betreiber\\.example>");
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    }

    @Test
    void leavesOnlyAfterTheCommit() {
        server.start();
        assertThatThrownBy(() -> registry.run(() -> {
                    outbox.enqueue(new Mail(EVA, "Nie", "verschickt"));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessageContaining("rolled back");
        assertThat(deliver()).isZero();
        assertThatThrownBy(() -> outbox.enqueue(new Mail(EVA, "Nie", "verschickt")))
                .hasMessageContaining("only within a transaction");
    }

    @Test
    void triesAgainAtGrowingDistancesUntilTheServerIsBack() throws Exception {
        enqueue("Später");
        assertThat(deliver()).isZero();
        for (var minutes : MINUTES_BETWEEN_ATTEMPTS.subList(0, 3)) {
            clock.advance(Duration.ofMinutes(minutes).minusSeconds(5));
            var before = attempts();
            assertThat(deliver()).isZero();
            assertThat(attempts()).as("too early").isEqualTo(before);
            clock.advance(Duration.ofSeconds(6));
            assertThat(deliver()).isZero();
            assertThat(attempts()).isEqualTo(before + 1);
        }
        server.start();
        clock.advance(Duration.ofMinutes(MINUTES_BETWEEN_ATTEMPTS.get(3)));
        assertThat(deliver()).isEqualTo(1);
        assertThat(onlyMail().getSubject()).isEqualTo("Später");
        assertThat(column("state")).isEqualTo("sent");
        assertThat(column("body")).as("a link in it opens an account").isEmpty();
    }

    @Test
    void forgetsToWhomMailWentButNothingThatWaits() throws Exception {
        server.start();
        enqueue("Verschickt");
        assertThat(deliver()).isEqualTo(1);
        registry.run(() -> outbox.enqueue(new Mail("ada@kreis.example", "Wartet", "noch")));
        registry.run(() -> outbox.forget(List.of(EVA, "ada@kreis.example")));

        assertThat(column("subject")).isEqualTo("Wartet");
    }

    @Test
    void givesUpAfterTheLastAttemptAndForgetsTheText() throws Exception {
        enqueue("Vergeblich");
        deliver();
        for (var minutes : MINUTES_BETWEEN_ATTEMPTS) {
            clock.advance(Duration.ofMinutes(minutes).plusSeconds(1));
            deliver();
        }
        assertThat(attempts()).isEqualTo(7);
        assertThat(column("state")).isEqualTo("failed");
        assertThat(column("last_error")).isNotEmpty();
        assertThat(column("body")).isEmpty();
    }

    @Test
    void deliversEachMailOnceWhenTwoWorkersDeliver() throws Exception {
        server.start();
        for (var number = 0; number < 30; number++) {
            enqueue("Nachricht " + number);
        }
        try (var workers = Executors.newFixedThreadPool(2)) {
            Callable<Integer> work = this::deliver;
            var sent = 0;
            for (var worker : workers.invokeAll(List.of(work, work))) {
                sent += worker.get();
            }
            assertThat(sent).isEqualTo(30);
        }
        var subjects = new ArrayList<String>();
        for (var mail : server.getReceivedMessages()) {
            subjects.add(mail.getSubject());
        }
        assertThat(subjects)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 30)
                        .mapToObj(number -> "Nachricht " + number)
                        .toList());
    }

    @Test
    void takesAMailOverFromAWorkerThatDiedButNotBefore() {
        server.start();
        enqueue("Liegengeblieben");
        registry.run(() -> assertThat(registry.bean(OutboxStore.class).claim()).isPresent());
        clock.advance(Duration.ofMinutes(9));
        assertThat(deliver()).as("the other worker may still be sending").isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(deliver()).isEqualTo(1);
    }

    @Test
    void figuresTellHowManyWaitAndSinceWhen() {
        enqueue("Eins");
        clock.advance(Duration.ofMinutes(20));
        enqueue("Zwei");
        deliver();
        assertThat(figure("kreiskonzept.outbox.waiting")).isEqualTo(2);
        assertThat(figure("kreiskonzept.outbox.oldest")).isBetween(1200.0, 1260.0);

        server.start();
        clock.advance(Duration.ofMinutes(5));
        deliver();
        assertThat(figure("kreiskonzept.outbox.waiting")).isZero();
        assertThat(figure("kreiskonzept.outbox.oldest")).isZero();
        assertThat(registry.bean(MeterRegistry.class)
                        .get("kreiskonzept.mails.sent")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void whatWaitsForLongIsTriedAgainAtOnceAndWithAllItsAttempts() throws Exception {
        enqueue("Später");
        assertThat(undelivered()).isEqualTo(Undelivered.NOTHING);
        deliver();
        assertThat(tryAgain()).as("comes by itself in a minute").isZero();
        for (var minutes : MINUTES_BETWEEN_ATTEMPTS.subList(0, 3)) {
            clock.advance(Duration.ofMinutes(minutes).plusSeconds(1));
            deliver();
        }
        assertThat(undelivered().waiting()).isEqualTo(1);
        assertThat(undelivered().fault()).isEqualTo("MailConnectException");
        assertThat(tryAgain()).isEqualTo(1);
        registry.run(() -> assertThat(registry.bean(OutboxStore.class).claim()).isPresent());
        assertThat(tryAgain()).as("is being sent just now").isZero();

        server.start();
        clock.advance(Duration.ofMinutes(11));
        assertThat(deliver()).isEqualTo(1);
        assertThat(undelivered()).isEqualTo(Undelivered.NOTHING);
    }

    @Test
    void whatWasGivenUpIsCountedForAMonthAndNotTriedAgain() throws Exception {
        enqueue("Vergeblich");
        deliver();
        for (var minutes : MINUTES_BETWEEN_ATTEMPTS) {
            clock.advance(Duration.ofMinutes(minutes).plusSeconds(1));
            deliver();
        }
        assertThat(undelivered().waiting()).isZero();
        assertThat(undelivered().givenUp()).isEqualTo(1);
        assertThat(undelivered().oldest()).isNotNull();
        assertThat(tryAgain()).isZero();
        clock.advance(Duration.ofDays(Undelivered.DAYS));
        assertThat(undelivered()).isEqualTo(Undelivered.NOTHING);
    }

    private Undelivered undelivered() {
        return registry.in(outbox::undelivered);
    }

    private int tryAgain() {
        return registry.in(outbox::tryAgain);
    }

    private double figure(String name) {
        return registry.bean(MeterRegistry.class).get(name).gauge().value();
    }

    private void enqueue(String subject) {
        registry.run(() -> outbox.enqueue(new Mail(EVA, subject, "Grüß Gott,\n.\nzwei Zeilen.\n")));
    }

    private int deliver() {
        return delivery.deliverDue("registry", registry::run);
    }

    private MimeMessage onlyMail() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static int attempts() throws SQLException {
        return Integer.parseInt(column("attempts"));
    }

    private static String column(String name) throws SQLException {
        try (var admin = TestServer.admin();
                var statement = admin.createStatement();
                var row = statement.executeQuery("SELECT " + name + " FROM mail_outbox")) {
            row.next();
            return row.getString(1);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
