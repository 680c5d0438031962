package de.kreiskonzept.model.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final UUID MEETING = new UUID(1, 1);

    private final AgendaItem welcome = item(1, null, 0, "", true);
    private final AgendaItem staff = item(2, null, 1, "", false);
    private final AgendaItem salaries = item(3, staff.id(), 0, "", true);
    private final AgendaItem concept = item(4, null, 2, "", true);
    private final AgendaItem language = item(5, concept.id(), 0, "", true);
    private final AgendaItem work = item(6, concept.id(), 1, "3 b", true);
    private final Agenda agenda = Agenda.of(List.of(work, language, concept, salaries, staff, welcome));

    @Test
    void numbersItemsUnlessTheyHaveANumberOfTheirOwn() {
        assertThat(numbers(agenda)).containsExactly("1", "2", "2.1", "3", "3.1", "3 b");
    }

    @Test
    void leavesNoGapWhereItemsAreNotPublic() {
        assertThat(numbers(agenda.open())).containsExactly("1", "2", "2.1", "3 b");
        assertThat(agenda.open().find(salaries.id())).isEmpty();
    }

    @Test
    void numbersItemsForThoseOutsideByTheirPlacesAlone() {
        assertThat(numbers(agenda.outside())).containsExactly("1", "2", "2.1", "2.2");
    }

    @Test
    void movesAnItemAmongThoseBesideItAndNoFurther() {
        assertThat(agenda.moved(concept, true)).containsExactly(welcome.id(), concept.id(), staff.id());
        assertThat(agenda.moved(welcome, true)).containsExactly(welcome.id(), staff.id(), concept.id());
        assertThat(agenda.moved(language, false)).containsExactly(work.id(), language.id());
    }

    @Test
    void offersNoParentBelowTheItemItselfOrTooDeep() {
        assertThat(agenda.parents(concept.id()))
                .extracting(line -> line.item().id())
                .containsExactly(welcome.id(), staff.id());
        AgendaItem deep = item(7, language.id(), 0, "", true);
        var deeper = Agenda.of(List.of(concept, language, deep));
        assertThat(deeper.parents(null)).extracting(line -> line.item().id()).doesNotContain(deep.id());
    }

    @Test
    void readsATemplateLineByLine() {
        assertThat(AgendaTemplate.read("Begrüßung\n- Anwesenheit\n\n---- Zu tief\nPersonal (nichtöffentlich)\n--"))
                .containsExactly(
                        new AgendaTemplate.Entry(1, "Begrüßung", true),
                        new AgendaTemplate.Entry(2, "Anwesenheit", true),
                        new AgendaTemplate.Entry(3, "Zu tief", true),
                        new AgendaTemplate.Entry(1, "Personal", false));
        assertThat(AgendaTemplate.read("- Zuerst")).containsExactly(new AgendaTemplate.Entry(1, "Zuerst", true));
    }

    private static List<String> numbers(Agenda agenda) {
        return agenda.lines().stream().map(Agenda.Line::number).toList();
    }

    private static AgendaItem item(int id, @Nullable UUID parent, int position, String number, boolean isPublic) {
        var words = new AgendaItem.Words(number, "Punkt " + id, "", isPublic, "");
        return AgendaItem.begun(new UUID(2, id), MEETING, words, Instant.EPOCH).placed(parent, position);
    }
}
