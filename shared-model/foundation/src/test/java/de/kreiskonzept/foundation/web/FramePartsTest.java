package de.kreiskonzept.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FramePartsTest {

    private static final String PATH = "/konstanz/massnahmen";

    @Test
    void pagingShowsFirstLastAndNeighbours() {
        assertThat(new Paging(5, 20, 193, PATH).numbers()).containsExactly(1, Paging.GAP, 4, 5, 6, Paging.GAP, 10);
        assertThat(new Paging(1, 20, 193, PATH).numbers()).containsExactly(1, 2, Paging.GAP, 10);
        assertThat(new Paging(1, 20, 0, PATH).numbers()).containsExactly(1);
    }

    @Test
    void pagingCountsRowsFromOne() {
        var last = new Paging(10, 20, 193, PATH);
        assertThat(List.of(last.first(), last.last())).containsExactly(181L, 193L);
        assertThat(new Paging(1, 20, 0, PATH).first()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Paging(0, 20, 1, PATH));
    }

    @Test
    void pagingKeepsFiltersInItsLinks() {
        assertThat(new Paging(1, 20, 50, PATH).href(2)).isEqualTo(PATH + "?page=2");
        assertThat(new Paging(1, 20, 50, PATH + "?ampel=gelb").href(2)).isEqualTo(PATH + "?ampel=gelb&page=2");
    }

    @Test
    void windowTitleSaysThatSomethingIsWrong() {
        var page = Site.plain("Landkreis Waldshut", "/waldshut", new Texts(), new Assets())
                .page("Anmelden");
        assertThat(page.windowTitle()).isEqualTo("Anmelden – Landkreis Waldshut – Kreiskonzept");
        assertThat(page.withErrors(FormErrors.none().with("email", "…")).windowTitle())
                .startsWith("Fehler: Anmelden");
        assertThat(Site.plain("Kreiskonzept", "/", new Texts(), new Assets())
                        .page("Nicht gefunden")
                        .windowTitle())
                .isEqualTo("Nicht gefunden – Kreiskonzept");
    }

    @Test
    void formErrorsKeepTheOrderOfFields() {
        var errors = FormErrors.none().with("email", "a").with("password", "b").with("email", "c");
        assertThat(errors.errors()).extracting(FieldError::message).containsExactly("a", "b", "c");
        assertThat(errors.find("email")).map(FieldError::message).contains("a");
        assertThat(errors.find("name")).isEmpty();
    }

    @Test
    void fieldsPointToErrorBeforeHint() {
        assertThat(Fields.describedBy("f-a", "", false)).isNull();
        assertThat(Fields.describedBy("f-a", "Zum Beispiel", true)).isEqualTo("f-a-fehler f-a-hinweis");
    }

    @Test
    void assetsCarryFingerprintOfTheirContent() {
        assertThat(new Assets().url("kreiskonzept.css")).matches("/assets/kreiskonzept\\.css\\?v=[0-9a-f]{8}");
        assertThatIllegalArgumentException().isThrownBy(() -> new Assets().url("missing.css"));
    }
}
