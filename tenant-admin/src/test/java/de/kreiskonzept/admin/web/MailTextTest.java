package de.kreiskonzept.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.web.MailText.Part;
import de.kreiskonzept.foundation.mail.SiteUrls;
import org.junit.jupiter.api.Test;

class MailTextTest {
    private final MailText text = new MailText(new SiteUrls("http://localhost:8080/", "http://localhost:8081"));

    @Test
    void makesLinksOfThisInstallationClickable() {
        assertThat(text.parts("Bitte: http://localhost:8080/konstanz/einladung/abc.\nDanke"))
                .containsExactly(
                        new Part("Bitte: ", null),
                        new Part(
                                "http://localhost:8080/konstanz/einladung/abc",
                                "http://localhost:8080/konstanz/einladung/abc"),
                        new Part(".\nDanke", null));
    }

    @Test
    void leavesOtherLinksAsText() {
        var other = "http://localhost:8080.evil.example/ https://evil.example javascript:alert(1)";

        assertThat(text.parts(other)).containsExactly(new Part(other, null));
    }
}
