package de.kreiskonzept.platform.importing;

import de.kreiskonzept.platform.importing.number.NumberUpdate;
import de.kreiskonzept.platform.importing.sheet.SheetUpdate;
import java.util.UUID;

/**
 * What a take-over has done, or would do.
 *
 * @param versionId version that holds the concept
 * @param sections new sections
 * @param goals new goals of all kinds
 * @param measures new measures
 * @param texts new text blocks
 * @param known nodes of the source that were there already in the same words
 * @param changed sections whose stated counts follow the source; of an exported table everything that changes, with new indicators and
 *     figures
 * @param differing nodes of the source that are there in other words and stay as they are
 * @param untouched nodes of the version that the source does not have; they stay
 */
public record TakenOver(
        UUID versionId,
        int sections,
        int goals,
        int measures,
        int texts,
        int known,
        int changed,
        int differing,
        int untouched) {
    /**
     * A node of an outline that is there already in other words.
     *
     * @param line in the source, 0 where there is none
     * @param stored words in the version
     * @param source words in the outline
     */
    public record Difference(int line, String stored, String source) {}

    /** What an exported table that comes back does to a version. */
    static TakenOver of(UUID versionId, SheetUpdate update) {
        var batch = update.added().batch();
        return new TakenOver(
                versionId,
                batch.sections().size(),
                batch.goals().size(),
                batch.measures().size(),
                batch.texts().size(),
                update.known(),
                update.changedIds().size()
                        + (update.heading().isPresent() ? 1 : 0)
                        + update.numbers().map(NumberUpdate::count).orElse(0),
                update.stale().size(),
                update.missing().size());
    }

    /** Whether nothing new comes in. */
    public boolean isEmpty() {
        return sections + goals + measures + texts + changed == 0;
    }
}
