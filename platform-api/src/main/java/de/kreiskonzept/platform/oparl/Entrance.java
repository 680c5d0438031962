package de.kreiskonzept.platform.oparl;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.oparl.object.CouncilRelease;
import de.kreiskonzept.platform.oparl.object.ObjectFilter;
import de.kreiskonzept.platform.oparl.object.OparlLinks;
import de.kreiskonzept.platform.oparl.object.OparlType;
import de.kreiskonzept.platform.oparl.object.Publisher;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where programs begin: the system, and the county as its only body with the addresses of all lists. */
@Singleton
class Entrance {
    private final Publisher publisher;
    private final CurrentWorkspace current;
    private final Texts texts;
    private final Clock clock;

    Entrance(Publisher publisher, CurrentWorkspace current, Texts texts, Clock clock) {
        this.publisher = publisher;
        this.current = current;
        this.texts = texts;
        this.clock = clock;
    }

    OparlLinks links() {
        return publisher.links();
    }

    Map<String, Object> system(CouncilRelease release) {
        var system = new LinkedHashMap<String, Object>();
        system.put("id", links().system());
        system.put("type", OparlType.SCHEMA + "System");
        system.put("oparlVersion", OparlType.SCHEMA);
        system.put("body", links().bodies());
        system.put("name", texts.text("oparl.system", current.get().name()));
        return timed(system, release);
    }

    Map<String, Object> body(CouncilRelease release) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", links().body());
        body.put("type", OparlType.SCHEMA + "Body");
        body.put("system", links().system());
        body.put("name", current.get().name());
        body.put("oparlSince", time(release.createdAt()));
        for (OparlType type : List.of(OparlType.ORGANIZATION, OparlType.PERSON, OparlType.MEETING, OparlType.PAPER)) {
            body.put(type.text(), links().list(type));
        }
        for (OparlType type :
                List.of(OparlType.MEMBERSHIP, OparlType.AGENDA_ITEM, OparlType.CONSULTATION, OparlType.FILE)) {
            body.put(type.text(), links().list(type));
        }
        body.put("legislativeTerm", List.of());
        for (OparlType type : List.of(OparlType.LOCATION, OparlType.LEGISLATIVE_TERM)) {
            body.put(type.text() + "List", links().list(type));
        }
        return timed(body, release);
    }

    private Map<String, Object> timed(Map<String, Object> object, CouncilRelease release) {
        object.put("created", time(release.createdAt()));
        object.put("modified", time(release.modifiedAt()));
        return object;
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(clock.getZone()));
    }

    /** Whether the filter lets the body through. */
    boolean isAmong(CouncilRelease release, ObjectFilter filter) {
        return isAmong(release.createdAt(), filter, "created") && isAmong(release.modifiedAt(), filter, "modified");
    }

    private boolean isAmong(Instant instant, ObjectFilter filter, String property) {
        OffsetDateTime time =
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(clock.getZone()).toOffsetDateTime();
        return filter.since(property).filter(time::isBefore).isEmpty()
                && filter.until(property).filter(time::isAfter).isEmpty();
    }
}
