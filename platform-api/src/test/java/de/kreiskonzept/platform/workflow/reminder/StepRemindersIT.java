package de.kreiskonzept.platform.workflow.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.Mailbag;
import de.kreiskonzept.platform.People;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever looks after a step hears of its end in time, once before it and once after it. */
@ExtendWith(PlatformUnderTest.Given.class)
class StepRemindersIT {
    private static final LocalDate END_OF_LETTER = LocalDate.of(2028, 1, 31);
    private static final Pattern LETTER = Pattern.compile("href=\"([^\"]+/schritte/[0-9a-f-]{36})\">Brief");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    private final PlatformUnderTest platform;
    private Workspace county;
    private String lead;
    private String letter;

    StepRemindersIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aProcessThatBeginsWithALetterInJanuary() throws Exception {
        county = platform.county();
        lead = platform.cookie(county, Roles.LEAD);
        String base = "/" + county.slug() + "/ablauf";
        String process = platform.form(
                        base + "/neu", base, lead, Map.of("template", "iq", "title", "Konzept", "begin", "01/2028"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        letter = found(LETTER, process);
    }

    @Test
    void tellsTheLeadOnceSevenDaysBeforeTheEndAndOnceAfterIt() throws Exception {
        assertThat(remind(END_OF_LETTER.minusDays(8))).isZero();
        assertThat(remind(END_OF_LETTER.minusDays(7))).isEqualTo(1);
        assertThat(remind(END_OF_LETTER.minusDays(7))).isZero();
        assertThat(remind(END_OF_LETTER)).isZero();
        assertThat(remind(END_OF_LETTER.plusDays(1))).isEqualTo(1);
        assertThat(remind(END_OF_LETTER.plusDays(2))).isZero();

        assertThat(mails("Brief der Verwaltungsspitze (Konzept)"))
                .hasSize(2)
                .anyMatch(mail -> mail.contains("endet am 31.01.2028") && mail.contains("/ablauf/"))
                .anyMatch(mail -> mail.contains("überfällig seit dem 31.01.2028"));
    }

    @Test
    void aMovedEndIsToldAnewAndAFinishedStepIsNot() throws Exception {
        remind(END_OF_LETTER.minusDays(7));
        change(Map.of("state", "planned", "until", "05.02.2028"));

        assertThat(remind(END_OF_LETTER.minusDays(7))).isZero();
        assertThat(remind(LocalDate.of(2028, 1, 29))).isEqualTo(1);
        assertThat(mails("endet am 05.02.2028")).hasSize(1);

        change(Map.of("state", "done", "until", "05.02.2028"));
        assertThat(remind(LocalDate.of(2028, 2, 6))).isZero();
    }

    @Test
    void whoLooksAfterAStepIsToldInsteadOfTheLead() throws Exception {
        UUID editor = platform.in(
                county,
                () -> platform.bean(People.class).create("eva@kreis.example", Roles.EDITOR, "ein langes Kennwort"));
        change(Map.of("state", "planned", "until", "01/2028", "owner", editor.toString()));

        assertThat(remind(END_OF_LETTER)).isEqualTo(1);
        assertThat(recipients()).containsExactly("eva@kreis.example");
    }

    @Test
    void whoDoesWithoutSuchMailsGetsNone() throws Exception {
        String settings = "/" + county.slug() + "/benachrichtigungen";
        assertThat(platform.page(settings, lead).body()).contains("value=\"step\" checked");
        platform.form(settings, settings, lead, Map.of("kind", "digest"));

        assertThat(remind(END_OF_LETTER)).isZero();
    }

    @Test
    void anotherCountyHearsNothingOfIt() throws Exception {
        Workspace other = platform.county();
        platform.cookie(other, Roles.LEAD);

        assertThat(platform.in(other, () -> platform.bean(StepReminders.class).remind(END_OF_LETTER)))
                .isZero();
        assertThat(remind(END_OF_LETTER)).isEqualTo(1);
    }

    private int remind(LocalDate today) throws Exception {
        return platform.job(
                county,
                "remind of steps",
                () -> platform.bean(StepReminders.class).remind(today));
    }

    private List<String> mails(String words) throws Exception {
        return platform.in(county, () -> platform.bean(Mailbag.class).bodies(words));
    }

    private List<String> recipients() throws Exception {
        try (var connection = ConceptSample.as(county);
                var rows = connection.createStatement().executeQuery("SELECT recipient FROM mail_outbox")) {
            rows.next();
            String first = rows.getString(1);
            return rows.next() ? List.of(first, rows.getString(1)) : List.of(first);
        }
    }

    private void change(Map<String, String> fields) throws Exception {
        var form = new HashMap<>(fields);
        form.put("title", "Brief der Verwaltungsspitze");
        form.put("from", "01/2028");
        form.put("version", found(VERSION, letter));
        assertThat(platform.form(letter, letter, lead, form).statusCode()).isEqualTo(303);
    }

    private String found(Pattern pattern, String path) throws Exception {
        var found = pattern.matcher(platform.page(path, lead).body());
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }
}
