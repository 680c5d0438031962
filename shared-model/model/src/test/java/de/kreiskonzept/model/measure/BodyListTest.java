package de.kreiskonzept.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BodyListTest {
    @Test
    void letsTheFirstOneLeadWhereNobodySaysOtherwise() {
        assertThat(BodyList.of("Amt für Migration, Caritas, Kreistag (Bericht)").bodies())
                .extracting(Body::name, Body::role)
                .containsExactly(
                        tuple("Amt für Migration", BodyRole.LEAD),
                        tuple("Caritas", BodyRole.PARTICIPATES),
                        tuple("Kreistag", BodyRole.REPORTS_TO));
    }

    @Test
    void takesTheLeadFromWhereItIsWritten() {
        assertThat(BodyList.of("Caritas, Jobcenter (Federführung)").bodies())
                .extracting(Body::role)
                .containsExactly(BodyRole.PARTICIPATES, BodyRole.LEAD);
        assertThat(BodyList.of("Federführung: Jobcenter; Mitwirkung: Caritas (Region)")
                        .bodies())
                .extracting(Body::name, Body::role)
                .containsExactly(tuple("Jobcenter", BodyRole.LEAD), tuple("Caritas (Region)", BodyRole.PARTICIPATES));
        assertThat(BodyList.of("Caritas (beteiligt)").hasLead()).isFalse();
    }

    @Test
    void leavesCommasInNamesWhereSemicolonsSetThemApart() {
        var list = BodyList.of("Amt für Kinder, Jugend und Familie; Träger (AWO, DRK)");
        assertThat(list.bodies())
                .extracting(Body::name)
                .containsExactly("Amt für Kinder, Jugend und Familie", "Träger (AWO, DRK)");
        assertThat(list.text()).isEqualTo("Amt für Kinder, Jugend und Familie; Träger (AWO, DRK)");
    }

    @Test
    void namesNobodyWithoutALetterOrDigit() {
        assertThat(BodyList.of(" – , ;")).isEqualTo(BodyList.NONE);
        assertThat(BodyList.of("")).isEqualTo(BodyList.NONE);
        assertThat(BodyList.of("x".repeat(400)).bodies().getFirst().name()).hasSize(300);
    }

    @Test
    void refusesANameThatWouldFallApart() {
        assertThatThrownBy(() -> new Body("Caritas; AWO", BodyRole.LEAD)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Body(" ", BodyRole.LEAD)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void isTheSameWhenItsTextIsReadAgain(@ForAll("lists") BodyList list) {
        assertThat(BodyList.of(list.text())).isEqualTo(list);
    }

    @Test
    void readsControlCharactersAsBlanks() {
        assertThat(BodyList.of("Amt\0für\tMigration").text())
                .isEqualTo(BodyList.of("Amt für Migration").text());
    }

    @Property
    void readsAnyTextTheSameWayTwice(@ForAll String text) {
        BodyList read = BodyList.of(text);
        assertThat(read.bodies()).noneMatch(body -> body.words().isEmpty());
        assertThat(read.text().isEmpty()).isEqualTo(read.bodies().isEmpty());
    }

    @Provide
    Arbitrary<BodyList> lists() {
        Arbitrary<String> words = Arbitraries.of(
                "Amt",
                "für Migration",
                "Jugend, Familie",
                "AWO",
                "Träger (Caritas, Diakonie)",
                "51.2",
                "Straße (Nord)");
        Arbitrary<String> names = words.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join(" ", parts));
        return Combinators.combine(names, Arbitraries.of(BodyRole.class))
                .as(Body::new)
                .list()
                .ofMaxSize(5)
                .map(List::copyOf)
                .map(BodyList::new);
    }
}
