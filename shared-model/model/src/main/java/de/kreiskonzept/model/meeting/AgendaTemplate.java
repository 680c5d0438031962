package de.kreiskonzept.model.meeting;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An agenda that a committee uses again.
 *
 * @param items one on each line; a hyphen in front puts it below the one before, two put it deeper, {@link #CLOSED} at the end says that it
 *     is not public
 */
public record AgendaTemplate(
        UUID id, UUID committeeId, String name, String items, Instant createdAt, Instant modifiedAt, long version) {
    /** Ends the line of an item that is not public. */
    public static final String CLOSED = "(nichtöffentlich)";

    /** @throws IllegalArgumentException if a limit is not kept or there is no item */
    public AgendaTemplate {
        TextLimits.required(name, TextLimits.NAME, "name");
        TextLimits.required(items, TextLimits.TEXT, "items");
    }

    /**
     * One item of a template.
     *
     * @param depth 1 at the top
     */
    public record Entry(int depth, String title, boolean isPublic) {}

    /** The items in their order; none stands deeper than one below the item before it. */
    public List<Entry> entries() {
        return read(items);
    }

    /** Reads lines of a template. */
    public static List<Entry> read(String lines) {
        var entries = new ArrayList<Entry>();
        lines.lines().map(String::strip).forEach(line -> {
            int hyphens = 0;
            while (hyphens < line.length() && line.charAt(hyphens) == '-') {
                hyphens++;
            }
            int last = entries.isEmpty() ? 0 : entries.getLast().depth();
            boolean closed = line.endsWith(CLOSED);
            String title = line.substring(hyphens, closed ? line.length() - CLOSED.length() : line.length())
                    .strip();
            if (!title.isEmpty()) {
                entries.add(new Entry(Math.min(Math.min(hyphens, last) + 1, Agenda.DEEPEST), title, !closed));
            }
        });
        return entries;
    }
}
