package de.kreiskonzept.platform.oparl.object;

import de.kreiskonzept.foundation.database.Sha256;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the county publishes at a moment, beside what it published before. The time of an object moves only when what it says changes,
 * so nobody learns from it that something changed behind it.
 */
final class Edition {
    private final OparlLinks links;
    private final Map<UUID, PublishedObject> before;
    private final Instant now;
    private final ZoneId zone;
    private final Function<Map<String, ?>, String> json;
    private final Map<UUID, PublishedObject> entries = new LinkedHashMap<>();

    /**
     * Begins an edition.
     *
     * @param now whole seconds
     * @param json writes an object
     */
    Edition(OparlLinks links, Map<UUID, PublishedObject> before, Moment now, Function<Map<String, ?>, String> json) {
        this.links = links;
        this.before = before;
        this.now = now.at();
        this.zone = now.zone();
        this.json = json;
    }

    /** A moment as the county reads its clocks. */
    record Moment(Instant at, ZoneId zone) {}

    /** A property or none; keeps the order in which an object is read. */
    static Map<String, Object> with(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            facts.put(name, value);
        }
        return facts;
    }

    /** The same object as it stands within another one, which it does not name again. */
    static Map<String, Object> inside(Map<String, Object> object, String... backwards) {
        var copy = new LinkedHashMap<>(object);
        Set.of(backwards).forEach(copy::remove);
        return copy;
    }

    /** Addresses of the objects. */
    OparlLinks links() {
        return links;
    }

    /** A moment with the offset of the county. */
    String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }

    /** What was published of an object before, as JSON; empty where it was not or is deleted. */
    Optional<String> findBefore(UUID id) {
        return Optional.ofNullable(before.get(id))
                .filter(entry -> !entry.isDeleted())
                .map(PublishedObject::content);
    }

    /** Publishes an object; gives it with its address, type and times. */
    Map<String, Object> add(OparlType type, UUID id, Map<String, Object> facts) {
        String digest = Sha256.hex(links.object(type, id) + json.apply(facts));
        PublishedObject known = before.get(id);
        Instant created = known == null ? now : known.createdAt();
        Instant modified = known != null && known.digest().equals(digest) ? known.modifiedAt() : now;
        var object = new LinkedHashMap<String, Object>(head(type, id));
        object.putAll(facts);
        object.put("created", time(created));
        object.put("modified", time(modified));
        entries.put(id, new PublishedObject(id, type, json.apply(object), digest, created, modified));
        return object;
    }

    private Map<String, Object> head(OparlType type, UUID id) {
        var head = new LinkedHashMap<String, Object>();
        head.put("id", links.object(type, id));
        head.put("type", type.uri());
        return head;
    }

    /** What has to be stored: objects that are new, say something else or are gone. */
    List<PublishedObject> changes() {
        var changes = new ArrayList<PublishedObject>();
        entries.forEach((id, entry) -> {
            PublishedObject known = before.get(id);
            if (known == null || !known.digest().equals(entry.digest())) {
                changes.add(entry);
            }
        });
        var gone = new HashMap<>(before);
        gone.keySet().removeAll(entries.keySet());
        gone.values().stream()
                .filter(entry -> !entry.isDeleted())
                .map(this::deleted)
                .forEach(changes::add);
        return changes;
    }

    private PublishedObject deleted(PublishedObject entry) {
        Map<String, Object> rest = head(entry.type(), entry.id());
        rest.put("created", time(entry.createdAt()));
        rest.put("modified", time(now));
        rest.put("deleted", true);
        return new PublishedObject(
                entry.id(), entry.type(), json.apply(rest), PublishedObject.GONE, entry.createdAt(), now);
    }
}
