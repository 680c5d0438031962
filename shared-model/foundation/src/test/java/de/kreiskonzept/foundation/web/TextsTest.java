package de.kreiskonzept.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {

    private final Texts texts = new Texts();

    @Test
    void moduleHasAllItsTextsInMessageFiles() {
        assertThat(TextsOfModule.complaints(Path.of(""))).isEmpty();
    }

    @Test
    void fillsPlacesWithGermanNumbers() {
        assertThat(texts.text("frame.pagination.range", 1, 20, 1193)).isEqualTo("1 bis 20 von 1.193");
        assertThat(texts.text("frame.errorSummary.title", 1)).isEqualTo("Eine Angabe stimmt noch nicht");
        assertThat(texts.text("frame.errorSummary.title", 3)).isEqualTo("3 Angaben stimmen noch nicht");
    }

    @Test
    void refusesUnknownKeyAndMissingArguments() {
        assertThatIllegalArgumentException().isThrownBy(() -> texts.text("frame.nothing"));
        assertThatIllegalArgumentException().isThrownBy(() -> texts.text("nothing.at.all"));
        assertThatIllegalArgumentException().isThrownBy(() -> texts.text("frame"));
        assertThatIllegalArgumentException().isThrownBy(() -> texts.text("frame.windowTitle"));
    }

    @Test
    void namesEveryFaultOfModule(@TempDir Path module) throws IOException {
        var messages = Files.createDirectories(module.resolve("src/main/resources/messages"));
        var templates = Files.createDirectories(module.resolve("src/main/jte/home"));
        Files.writeString(
                messages.resolve("home.properties"),
                "lead = Los geht's\nspare = Übrig\nkind.a = A1\nopen = {0\nopen = {0\n");
        Files.writeString(
                templates.resolve("start.jte"),
                "<h1>Willkommen</h1>${page.t(\"home.lead\")}${page.t(\"home.gone\")}"
                        + "${page.t(\"home.kind.\" + kind)}${page.t(\"frame.skip\")}${page.t(\"home.open\", 1)}");
        assertThat(TextsOfModule.complaints(module))
                .hasSize(6)
                .anyMatch(complaint -> complaint.contains("home.lead is empty or has an ASCII apostrophe"))
                .anyMatch(complaint -> complaint.contains("home.open is no valid pattern"))
                .anyMatch(complaint -> complaint.equals("the text home.open is written twice"))
                .anyMatch(complaint -> complaint.endsWith("writes out: Willkommen"))
                .anyMatch(complaint -> complaint.endsWith("missing text home.gone"))
                .anyMatch(complaint -> complaint.equals("nothing uses the text home.spare"));
    }
}
