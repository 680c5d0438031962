package de.kreiskonzept.platform.importing;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.importing.Deviation;
import de.kreiskonzept.model.importing.DeviationKind;
import de.kreiskonzept.model.importing.ParsedConcept;
import de.kreiskonzept.model.importing.table.Mapping;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.platform.importing.sheet.SheetUpdate;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is found in a text; nothing is taken over yet.
 *
 * @param versionId version it was taken over into; null before that
 * @param leftOut every line that is not blank and not taken over
 * @param columns of tables in their order; empty for a text
 * @param statuses words of the tables for which a light is chosen; empty for a text
 * @param plan what taking it over into the current draft would do; null where there is no draft
 * @param update cells that would change, where an exported table comes back; else null
 */
@Serdeable
@Schema(name = "ImportPreview")
record PreviewView(
        String id,
        @Nullable String versionId,
        String title,
        int goals,
        int measures,
        @Nullable Integer statedGoals,
        @Nullable Integer statedMeasures,
        List<SectionFound> sections,
        List<DeviationView> deviations,
        List<LeftOutView> leftOut,
        List<ColumnView> columns,
        List<StatusView> statuses,
        ImportApi.@Nullable ResultView plan,
        @Nullable UpdateView update) {
    /**
     * A section found, with the counts it states and those that were found.
     *
     * @param place in the file, such as "Zeile 3" or "Zelle Plan!A3"; empty where there is none
     */
    @Serdeable
    @Schema(name = "ImportSection")
    record SectionFound(
            String kind,
            String number,
            String name,
            int line,
            String place,
            int goals,
            int measures,
            @Nullable Integer statedGoals,
            @Nullable Integer statedMeasures) {
        static SectionFound of(OutlineSection section, Places places) {
            return new SectionFound(
                    section.kind().text(),
                    section.number(),
                    section.name(),
                    section.line(),
                    places.of(section.line()),
                    section.goalCount(),
                    section.measureCount(),
                    section.stated().goals(),
                    section.stated().measures());
        }
    }

    /**
     * A place where the text departs from the expected shape.
     *
     * @param line from 1; 0 where it concerns the whole text
     * @param place in the file, such as "Zeile 3", "Seite 2, Zeile 3" or "Zelle Plan!A3"; empty for the whole text
     */
    @Serdeable
    @Schema(name = "ImportDeviation")
    record DeviationView(int line, String place, String kind, String message, String excerpt) {
        static DeviationView of(Deviation deviation, Places places, Texts texts) {
            return new DeviationView(
                    deviation.line(),
                    places.of(deviation.line()),
                    text(deviation.kind()),
                    texts.text(deviation.kind().wordKey()),
                    deviation.excerpt());
        }
    }

    /**
     * A line that is not taken over.
     *
     * @param line from 1
     * @param place in the file
     */
    @Serdeable
    @Schema(name = "ImportLeftOut")
    record LeftOutView(int line, String place, String kind, String text) {
        static LeftOutView of(ParsedConcept.LeftOut line, Places places) {
            return new LeftOutView(line.line(), places.of(line.line()), PreviewView.text(line.why()), line.text());
        }
    }

    /** A cell of an exported table that differs from the draft. */
    @Serdeable
    @Schema(name = "ImportChange")
    record ChangeView(String place, String field, String before, String after) {
        static List<ChangeView> of(List<SheetUpdate.Change> changes, Places places) {
            return changes.stream()
                    .map(change ->
                            new ChangeView(places.of(change.line()), change.field(), change.before(), change.after()))
                    .toList();
        }
    }

    /**
     * What an exported table that comes back would change.
     *
     * @param changes cells that change
     * @param stale cells that stay as they are stored, because the entry was changed meanwhile, is gone, or the words are too long
     * @param kept cells about lights that stay, because a yellow or red light does not say why or a word is unknown
     * @param missing entries of the draft that the table does not have; they stay
     */
    @Serdeable
    @Schema(name = "ImportUpdate")
    record UpdateView(List<ChangeView> changes, List<ChangeView> stale, List<ChangeView> kept, List<String> missing) {
        static UpdateView of(SheetUpdate update, Places places) {
            return new UpdateView(
                    ChangeView.of(update.changes(), places),
                    ChangeView.of(update.stale(), places),
                    ChangeView.of(update.kept(), places),
                    update.missing());
        }
    }

    /**
     * A column of a table and what it means.
     *
     * @param meaning such as field, goal, measure or nothing
     */
    @Serdeable
    @Schema(name = "ImportColumn")
    record ColumnView(String name, String meaning) {}

    /** A status of a table and the light it stands for. */
    @Serdeable
    @Schema(name = "ImportStatus")
    record StatusView(String words, String light) {}

    /**
     * What is found in an upload.
     *
     * @param plan what taking it over into the current draft would do; empty where there is no draft
     */
    static PreviewView of(Import.Preview preview, Optional<Import.Plan> plan, Texts texts) {
        ConceptOutline outline = preview.parsed().outline();
        Upload upload = preview.upload();
        Places places = Places.of(upload, texts);
        Mapping mapping = Mapping.of(upload.mapping());
        UUID version = upload.versionId();
        return new PreviewView(
                upload.id().toString(),
                version == null ? null : version.toString(),
                outline.title(),
                outline.goalCount(),
                outline.measureCount(),
                outline.stated().goals(),
                outline.stated().measures(),
                outline.sections().stream()
                        .map(section -> SectionFound.of(section, places))
                        .toList(),
                preview.parsed().deviations().stream()
                        .map(found -> DeviationView.of(found, places, texts))
                        .toList(),
                preview.parsed().leftOut().stream()
                        .map(line -> LeftOutView.of(line, places))
                        .toList(),
                mapping.columns().entrySet().stream()
                        .map(entry ->
                                new ColumnView(entry.getKey(), entry.getValue().text()))
                        .toList(),
                mapping.lights().entrySet().stream()
                        .map(entry ->
                                new StatusView(entry.getKey(), entry.getValue().text()))
                        .toList(),
                plan.map(found -> ImportApi.ResultView.of(found.result())).orElse(null),
                plan.flatMap(found -> Optional.ofNullable(found.update()))
                        .map(update -> UpdateView.of(update, places))
                        .orElse(null));
    }

    private static String text(DeviationKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
