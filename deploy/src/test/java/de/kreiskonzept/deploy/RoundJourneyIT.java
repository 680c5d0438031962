package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.kreiskonzept.foundation.web.Chromium;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A reporting round of the example county Konstanz, from its opening to the release of its Stand: the lead at a desk, twelve bodies on a phone with
 * the links of their mails, which a real SMTP server has taken.
 */
@Execution(ExecutionMode.CONCURRENT)
class RoundJourneyIT {
    private static final List<String> BODIES = List.of(
            "Ausländerbehörde",
            "Bildungsbüro",
            "Gesundheitsamt",
            "Hauptamt",
            "Jobcenter",
            "Jugendamt",
            "Kreisjugendring",
            "Personalreferat",
            "Sozialamt",
            "Sportkreis",
            "Staatliches Schulamt",
            "Volkshochschule");
    private static final String SILENT = "Sportkreis";
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/konstanz/meldung/[\\w-]+");
    private static final long PATIENCE = 60_000;

    @Test
    void aRoundGoesFromItsOpeningToTheRelease(@TempDir Path data) throws Exception {
        var post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        var server = Optional.ofNullable(System.getenv("KK_DATABASE_URL")).map(OwnDatabase::on);
        String smtp = "smtp://127.0.0.1:" + post.getSmtp().getPort();
        var options = new LocalOptions(data, FreePorts.first(), true, server, Optional.of(smtp));
        try (LocalSystem system = LocalSystem.start(options);
                Chromium chromium = Chromium.start();
                Walk lead = Walk.withScript(chromium, "round-lead");
                Walk body = Walk.onPhone(chromium, "round-body")) {
            signIn(lead, system);
            open(lead);
            BODIES.forEach(name -> await(post, name, 1));
            for (String name : BODIES) {
                if (!name.equals(SILENT)) {
                    answer(body, link(post, name), name.equals("Jobcenter"));
                }
            }
            remind(lead, post);
            answerFor(lead, "Referat Integration");
            String round = accept(lead);
            close(lead, round);
            body.open(link(post, SILENT)).see("Nicht mehr gültig");
            assertThat(body.words()).contains("Dieser Link gilt nicht mehr");
            readStand(lead);
            release(lead);
            body.open(system.platformUrl() + "/konstanz/oeffentlich/ampel").see("Ampeldokument: Ampel des Kreises");
            assertThat(body.words()).contains("193");
        } finally {
            post.stop();
        }
    }

    private static void signIn(Walk lead, LocalSystem system) {
        lead.open(system.platformUrl() + "/konstanz/anmelden")
                .signIn(SystemUnderTest.account(system, "konstanz", "lead"))
                .see("Meine Aufgaben");
    }

    private static void open(Walk lead) {
        lead.navigate("Berichtsrunden").see("Berichtsrunden").follow("Berichtsrunde anlegen");
        lead.see("Neue Berichtsrunde")
                .fill("Name", "Ampel des Kreises")
                .press("Berichtsrunde anlegen")
                .see("Ampel des Kreises", "draft");
        BODIES.forEach(name -> lead.fill("E-Mail-Adresse: " + name, address(name)));
        lead.press("Adressen speichern").follow("Runde öffnen");
        lead.see("Berichtsrunde öffnen")
                .press("Runde öffnen und E-Mails senden")
                .see("Ampel des Kreises", "open");
        assertThat(lead.words()).contains("Die Runde ist geöffnet, die E-Mails sind unterwegs.");
    }

    /** The first question in detail, after a mistake; the rest in one click. */
    private static void answer(Walk body, String link, boolean thorough) {
        body.open(link).follow("");
        if (thorough) {
            body.see("Stand melden").press("Speichern und weiter").see("Stand melden", "with-errors");
            assertThat(body.words()).contains("Wählen Sie einen der Ampelstände oder „nichts Neues“.");
        }
        body.choose("Grün")
                .fill("In zwei Sätzen", "Das Angebot läuft seit März.")
                .press("Speichern und weiter");
        body.open(link);
        if (body.words().contains("Sonst nichts Neues?")) {
            body.press("Für alle übrigen: nichts Neues");
        }
        if (thorough) {
            body.open(link).see("Stand der Maßnahmen");
        }
        assertThat(body.words()).contains("geantwortet. Vielen Dank!");
    }

    private static void remind(Walk lead, GreenMail post) {
        lead.press("Jetzt erinnern");
        assertThat(lead.words()).contains("11 von");
        await(post, SILENT, 2);
        assertThat(mails(post, SILENT))
                .hasSize(2)
                .anySatisfy(mail -> assertThat(mail.getSubject()).startsWith("Erinnerung: Stand Ihrer Maßnahmen"));
        assertThat(mails(post, "Jobcenter")).hasSize(1);
    }

    private static void answerFor(Walk lead, String name) {
        lead.follow(name).follow("");
        lead.see("Stand melden")
                .choose("Gelb")
                .fill("In zwei Sätzen", "Die Stelle ist ausgeschrieben.")
                .press("Speichern und weiter");
        lead.navigate("Berichtsrunden").follow("Ampel des Kreises");
    }

    /** Gives the address of the round. */
    private static String accept(Walk lead) {
        String round = lead.address().replaceFirst("\\?.*", "");
        lead.follow("");
        lead.see("Antworten der Stellen");
        assertThat(lead.words()).contains("Das Angebot läuft seit März.", "eingetragen von Ingo Integrationsbeispiel");
        lead.press("Alle ").see("Antworten der Stellen", "accepted");
        return round;
    }

    private static void close(Walk lead, String round) {
        lead.open(round).follow("Runde schließen");
        lead.see("Berichtsrunde schließen").press("Runde schließen").see("Ampel des Kreises", "closed");
        assertThat(lead.words()).contains("der Stand ist festgehalten");
    }

    private static void readStand(Walk lead) {
        lead.follow("Stand ansehen").see("Ampel des Kreises", "stand");
        assertThat(lead.words()).contains("Diese Zahlen stehen fest", "193");
    }

    private static void release(Walk lead) {
        String stand = lead.address();
        lead.follow("Ampeldokument").see("Ampel des Kreises", "document");
        assertThat(lead.words()).contains("Sprache", "193");
        lead.open(stand).follow("Veröffentlichen");
        lead.see("Stand veröffentlichen").choose("Ich veröffentliche die Vorschläge");
        lead.press("Stand veröffentlichen").see("Veröffentlich");
        assertThat(lead.words()).contains("Der Stand ist veröffentlicht.");
    }

    private static String address(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + "@kreis.example";
    }

    private static String link(GreenMail post, String name) throws Exception {
        var link = LINK.matcher(mails(post, name).getFirst().getContent().toString());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    /** Other mail may come in between: on Mondays people are told what they have to do. */
    private static void await(GreenMail post, String name, int number) {
        int there = post.getReceivedMessages().length;
        while (mails(post, name).size() < number) {
            assertThat(post.waitForIncomingEmail(PATIENCE, there + 1)).isTrue();
            there = post.getReceivedMessages().length;
        }
    }

    private static List<MimeMessage> mails(GreenMail post, String name) {
        return Arrays.stream(post.getReceivedMessagesForDomain(address(name))).toList();
    }
}
