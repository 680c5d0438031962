package de.kreiskonzept.model.chapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.model.structure.Templates;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChaptersTest {
    private final Chapters usual = Chapters.NONE.completed(ChapterTemplates.usual(), UUID::randomUUID);

    private static List<ChapterKind> kinds(Chapters chapters) {
        return chapters.list().stream().map(Chapter::kind).toList();
    }

    private static Chapter chapter(ChapterKind kind, String title) {
        return new Chapter(UUID.randomUUID(), kind, title, false);
    }

    @Test
    void beginsWithNineChaptersAsKonstanzDid() {
        List<ChapterTemplates.Entry> konstanz = ChapterTemplates.of(Templates.get("konstanz"));
        assertThat(konstanz).hasSize(9);
        assertThat(konstanz.get(1))
                .isEqualTo(new ChapterTemplates.Entry(ChapterKind.PURPOSE, "Wozu ein Integrationskonzept?"));
        assertThat(kinds(usual))
                .isEqualTo(konstanz.stream().map(ChapterTemplates.Entry::kind).toList());
        assertThat(ChapterTemplates.of(Templates.get("boeblingen")))
                .extracting(ChapterTemplates.Entry::kind)
                .contains(ChapterKind.SECTIONS)
                .doesNotContain(ChapterKind.THEMES);
    }

    @Test
    void givesTheUsualChaptersToAProfileWithoutATemplate() {
        Profile own = Templates.usual()
                .with(Templates.usual().levels(), Templates.usual().rules());
        assertThat(ChapterTemplates.of(own)).isEqualTo(ChapterTemplates.usual());
        assertThat(ChapterTemplates.of(Templates.usual())).isEqualTo(ChapterTemplates.usual());
    }

    @Test
    void movesAChapterToItsNeighbourAndNotOverTheEnds() {
        UUID second = usual.list().get(1).id();
        assertThat(kinds(usual.moved(second, true)).subList(0, 2))
                .containsExactly(ChapterKind.PURPOSE, ChapterKind.FOREWORD);
        assertThat(usual.moved(usual.list().getFirst().id(), true)).isEqualTo(usual);
        assertThat(usual.moved(usual.list().getLast().id(), false)).isEqualTo(usual);
        assertThat(usual.moved(UUID.randomUUID(), true)).isEqualTo(usual);
    }

    @Test
    void takesBackWhatItLacksOfATemplateAtItsPlace() {
        Chapters some = usual.without(usual.list().getFirst().id())
                .without(usual.list().get(4).id())
                .with(chapter(ChapterKind.OWN, "Anhang"));
        Chapters whole = some.completed(ChapterTemplates.usual(), UUID::randomUUID);
        assertThat(kinds(whole).subList(0, 9)).isEqualTo(kinds(usual));
        assertThat(whole.list().getLast().title()).isEqualTo("Anhang");
        assertThat(whole.missing()).containsExactly(ChapterKind.SECTIONS);
    }

    @Test
    void holdsEachKindOnceAndOwnChaptersAsOftenAsWanted() {
        Chapters two = usual.with(chapter(ChapterKind.OWN, "Anhang")).with(chapter(ChapterKind.OWN, "Dank"));
        assertThat(two.list()).hasSize(11);
        Chapter again = chapter(ChapterKind.FOREWORD, "Grußwort");
        assertThatThrownBy(() -> usual.with(again)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> chapter(ChapterKind.OWN, " ")).isInstanceOf(IllegalArgumentException.class);
        Chapter same = usual.list().getFirst();
        assertThatThrownBy(() -> new Chapters(List.of(same, same), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsWhichChapterAHeadingMeans() {
        Chapters own = usual.with(chapter(ChapterKind.OWN, "Dank an alle"));
        assertThat(own.meant("1. VORWORT")).get().extracting(Chapter::kind).isEqualTo(ChapterKind.FOREWORD);
        assertThat(own.meant("Wozu ein Integrationskonzept?"))
                .get()
                .extracting(Chapter::kind)
                .isEqualTo(ChapterKind.PURPOSE);
        assertThat(own.meant("Dank an alle")).get().extracting(Chapter::kind).isEqualTo(ChapterKind.OWN);
        assertThat(own.meant("Hinweis")).isEmpty();
        assertThat(own.meant("")).isEmpty();
        assertThat(Chapters.NONE.meant("Vorwort")).isEmpty();
    }

    @Test
    void leavesAChapterOutAndKeepsIt() {
        UUID themes = usual.find(ChapterKind.THEMES).orElseThrow().id();
        Chapters without = usual.changed(themes, chapter -> chapter.with(chapter.title(), true));
        assertThat(without.shown()).hasSize(8).noneMatch(chapter -> chapter.kind() == ChapterKind.THEMES);
        assertThat(without.find(themes)).get().extracting(Chapter::leftOut).isEqualTo(true);
    }
}
