package de.kreiskonzept.platform.concept.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field that holds something else than what is stored, because somebody was faster.
 *
 * @param own what this person typed
 * @param stored what the other one stored
 * @param both whether both changed it; otherwise only the other one did, and nothing of this person is at stake
 */
public record Clash(String field, String own, String stored, boolean both) {
    /**
     * Compares what somebody typed over an older row with what is stored now. A field that nobody else has changed is no clash.
     *
     * @param own texts by the names of the fields
     * @param since changes of others since that row, the oldest first
     */
    public static List<Clash> between(Map<String, String> own, Map<String, String> stored, List<FieldChange> since) {
        var clashes = new ArrayList<Clash>();
        own.forEach((field, text) -> {
            String now = stored.getOrDefault(field, "");
            if (!text.equals(now)) {
                before(field, since).ifPresent(base -> clashes.add(new Clash(field, text, now, !text.equals(base))));
            }
        });
        return clashes;
    }

    /** What is stored against what this person typed, word by word. */
    public List<Wording.Piece> wording() {
        return Wording.compare(stored, own);
    }

    private static Optional<String> before(String field, List<FieldChange> since) {
        return since.stream()
                .filter(change -> change.field().equals(field))
                .findFirst()
                .map(FieldChange::before);
    }
}
