package de.kreiskonzept.platform.concept.book;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.chapter.ChapterKind;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The chapters of a version, for programs; texts name the chapter they stand in. */
@Tag(name = "concept")
@Controller("/api/v1/{county}/versions/{id}/chapters")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class ChapterApi {
    private final Chaptering chaptering;
    private final Clock clock;

    ChapterApi(Chaptering chaptering, Clock clock) {
        this.chaptering = chaptering;
        this.clock = clock;
    }

    /**
     * A chapter.
     *
     * @param id null for a new one
     * @param kind foreword, purpose, participation, figures, structures, understanding, fields, themes, sections, implementation or own;
     *     of one that is there it stays
     * @param leftOut whether the documents go without it
     */
    @Serdeable
    @Schema(name = "Chapter")
    record OneChapter(
            @Nullable UUID id,
            @Nullable String kind,

            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String title,

            @Nullable Boolean leftOut) {
        static OneChapter of(Chapter chapter) {
            return new OneChapter(chapter.id(), chapter.kind().text(), chapter.title(), chapter.leftOut());
        }

        Chapter chapter(Chapters before, Clock clock) {
            ChapterKind now = id == null
                    ? ChapterKind.of(Answers.text(kind, ""))
                    : before.find(id)
                            .orElseThrow(() -> new IllegalArgumentException("no such chapter"))
                            .kind();
            return new Chapter(
                    id == null ? Ids.create(clock) : id, now, Answers.text(title, ""), Boolean.TRUE.equals(leftOut));
        }
    }

    /** All chapters of a version in their order; none where nobody has chosen any. */
    @Serdeable
    @Schema(name = "Chapters")
    record AllChapters(List<OneChapter> chapters, long version) {
        static AllChapters of(Chapters all) {
            return new AllChapters(all.list().stream().map(OneChapter::of).toList(), all.version());
        }
    }

    /** What programs send: all chapters in the order they are to have. */
    @Serdeable
    @Schema(name = "ChaptersInput")
    record ChaptersInput(@Nullable List<OneChapter> chapters) {}

    @Get
    @Operation(summary = "Kapitel einer Fassung in ihrer Reihenfolge")
    @Operations.Reading
    HttpResponse<AllChapters> getChapters(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(AllChapters.of(chaptering.get(id)), AllChapters::version);
    }

    @Put
    @Secured(Roles.LEAD)
    @Operation(
            summary = "Kapitel einer Fassung ordnen, benennen, ergänzen, weglassen oder entfernen",
            description = "Texte eines entfernten Kapitels bleiben bei der Fassung.")
    @Operations.Changing
    @Operations.InDraft
    HttpResponse<AllChapters> changeChapters(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body ChaptersInput input) {
        long version = Versions.required(headers);
        List<OneChapter> sent = Objects.requireNonNullElse(input.chapters(), List.of());
        Chapters after = chaptering.change(
                id,
                version,
                before -> new Chapters(
                        sent.stream().map(one -> one.chapter(before, clock)).toList(), before.version()),
                who);
        return Answers.one(AllChapters.of(after), AllChapters::version);
    }
}
