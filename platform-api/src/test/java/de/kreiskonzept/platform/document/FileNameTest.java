package de.kreiskonzept.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileNameTest {
    @Test
    void joinsItsPartsByHyphens() {
        assertThat(FileName.of(List.of("Integrationskonzept", "Landkreis Konstanz", "Entwurf", "2026-11-21"), "pdf")
                        .text())
                .isEqualTo("Integrationskonzept-Landkreis-Konstanz-Entwurf-2026-11-21.pdf");
    }

    @Test
    void keepsUmlautsForThoseWhoReadThem() {
        var name = FileName.of(List.of("Anlage 2", "Landkreis Böblingen", "1.0"), "docx");

        assertThat(name.disposition())
                .isEqualTo("attachment; filename=\"Anlage-2-Landkreis-Boeblingen-1.0.docx\";"
                        + " filename*=UTF-8''Anlage-2-Landkreis-B%C3%B6blingen-1.0.docx");
    }

    @Test
    void leavesOutWhatAFileSystemOrAHeaderMinds() {
        var name = FileName.of(List.of("../a\\b\"c\r\nX: y", "  ", "<Fassung>*?|:", "..."), "pdf");

        assertThat(name.text()).isEqualTo("a-b-c-X-y-Fassung.pdf");
        assertThat(name.disposition()).doesNotContain("\r", "\n", "\\", "/");
    }

    @Test
    void staysShortEnough() {
        assertThat(FileName.of(List.of("ü".repeat(400)), "pdf").text()).hasSize(154);
        assertThat(FileName.of(List.of("😀a".repeat(400)), "pdf").text()).isEqualTo("a-".repeat(75) + ".pdf");
    }
}
