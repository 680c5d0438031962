package de.kreiskonzept.foundation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where mail goes: into files in local use, by SMTP otherwise, and nowhere by mistake. */
class MailboxTest {
    private static final Mail MAIL = new Mail("eva@kreis.example", "Grüße aus Köln", "Erste Zeile\nzweite: äöü\n");

    @TempDir
    private Path folder;

    @Test
    void keepsMailAsFilesInLocalUse() throws Exception {
        var settings = new MailSettings("", "absender@betreiber.example", folder.toString(), environment("local"));
        var id = UUID.randomUUID();
        settings.route().send(id, MAIL);
        settings.route().send(id, MAIL);

        assertThat(folder.resolve("mailbox").resolve(id + ".eml")).exists();
        assertThat(settings.mailbox().isOpen()).isTrue();
        assertThat(settings.mailbox().list()).hasSize(1);
        var kept = settings.mailbox().find(id).orElseThrow();
        assertThat(List.of(kept.recipient(), kept.subject(), kept.body()))
                .containsExactly(MAIL.recipient(), MAIL.subject(), MAIL.body());
    }

    @Test
    void leavesOutWhatIsNoMail() throws Exception {
        var mailbox = Files.createDirectories(folder.resolve("mailbox"));
        Files.writeString(mailbox.resolve("notes.eml"), "no mail");
        Files.writeString(mailbox.resolve(UUID.randomUUID() + ".part"), "half a mail");
        assertThat(new Mailbox(mailbox).list()).isEmpty();
    }

    @Test
    void wantsAMailServerOutsideLocalUse() {
        var settings = new MailSettings("", "absender@betreiber.example", folder.toString(), environment("platform"));
        assertThatThrownBy(settings::route).hasMessageContaining("KK_SMTP_URL is missing");
        assertThat(settings.mailbox().isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mail.example:25", "http://mail.example", "smtp://", "smtp://user:secret word@mail.example"})
    void refusesAnAddressThatIsNoMailServerWithoutRepeatingIt(String url) {
        var settings = new MailSettings(url, "absender@betreiber.example", folder.toString(), environment("platform"));
        assertThatThrownBy(settings::route)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KK_SMTP_URL")
                .hasMessageNotContaining("secret");
    }

    private static Environment environment(String name) {
        return ApplicationContext.builder(name).deduceEnvironment(false).build().getEnvironment();
    }
}
