package de.kreiskonzept.model.chapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The chapters of a version in their order; none as long as the county has not chosen any.
 *
 * @param version from 1, grows with each change; 0 where there are none yet
 */
public record Chapters(List<Chapter> list, long version) {
    /** Most chapters of a version. */
    public static final int MOST = 40;

    /** No chapters yet. */
    public static final Chapters NONE = new Chapters(List.of(), 0);

    /** @throws IllegalArgumentException if there are too many, or two of a kind that is there once */
    public Chapters {
        list = List.copyOf(list);
        if (list.size() > MOST) {
            throw new IllegalArgumentException("a concept has at most " + MOST + " chapters");
        }
        List<ChapterKind> once = list.stream()
                .map(Chapter::kind)
                .filter(kind -> kind != ChapterKind.OWN)
                .toList();
        if (once.stream().distinct().count() != once.size()) {
            throw new IllegalArgumentException("a chapter of this kind is there already");
        }
        if (list.stream().map(Chapter::id).distinct().count() != list.size()) {
            throw new IllegalArgumentException("a chapter stands in one place");
        }
    }

    /** The chapter with this id. */
    public Optional<Chapter> find(UUID id) {
        return list.stream().filter(chapter -> chapter.id().equals(id)).findFirst();
    }

    /** The chapter of a kind that is there once. */
    public Optional<Chapter> find(ChapterKind kind) {
        return list.stream().filter(chapter -> chapter.kind() == kind).findFirst();
    }

    /** The chapter of this title, whatever the case of its letters. */
    public Optional<Chapter> titled(String title) {
        return list.stream()
                .filter(chapter -> chapter.title().equalsIgnoreCase(title))
                .findFirst();
    }

    /** The chapter that a heading means: by its title, else by what it is about. */
    public Optional<Chapter> meant(String heading) {
        String words = ChapterTemplates.words(heading);
        return list.stream()
                .filter(chapter -> !words.isEmpty()
                        && ChapterTemplates.words(chapter.title()).equals(words))
                .findFirst()
                .or(() -> ChapterTemplates.meant(heading).flatMap(this::find));
    }

    /** Those that stand in the documents. */
    public List<Chapter> shown() {
        return list.stream().filter(chapter -> !chapter.leftOut()).toList();
    }

    /** One place up or down; the same at the end of the row. */
    public Chapters moved(UUID id, boolean up) {
        int from = list.stream().map(Chapter::id).toList().indexOf(id);
        int to = up ? from - 1 : from + 1;
        if (from < 0 || to < 0 || to >= list.size()) {
            return this;
        }
        var moved = new ArrayList<>(list);
        Collections.swap(moved, from, to);
        return new Chapters(moved, version);
    }

    /** With one of them changed. */
    public Chapters changed(UUID id, UnaryOperator<Chapter> change) {
        return new Chapters(
                list.stream()
                        .map(chapter -> chapter.id().equals(id) ? change.apply(chapter) : chapter)
                        .toList(),
                version);
    }

    /** With one more at the end. */
    public Chapters with(Chapter chapter) {
        var more = new ArrayList<>(list);
        more.add(chapter);
        return new Chapters(more, version);
    }

    /** Without one of them. */
    public Chapters without(UUID id) {
        return new Chapters(
                list.stream().filter(chapter -> !chapter.id().equals(id)).toList(), version);
    }

    /** What a template has and this list has not, each behind the one it follows in the template. */
    public Chapters completed(List<ChapterTemplates.Entry> template, Supplier<UUID> ids) {
        var all = new ArrayList<>(list);
        int place = 0;
        for (ChapterTemplates.Entry entry : template) {
            int at = all.stream().map(Chapter::kind).toList().indexOf(entry.kind());
            if (at < 0) {
                all.add(place, new Chapter(ids.get(), entry.kind(), entry.title(), false));
                place++;
            } else {
                place = at + 1;
            }
        }
        return new Chapters(all, version);
    }

    /** Kinds that are there once and of which there is none. */
    public List<ChapterKind> missing() {
        var there = list.stream().map(Chapter::kind).collect(Collectors.toSet());
        return Arrays.stream(ChapterKind.values())
                .filter(kind -> kind != ChapterKind.OWN && !there.contains(kind))
                .toList();
    }
}
