package de.kreiskonzept.platform.oparl.reference;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.oparl.reference.CouncilReference.Told;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads files with objects of OParl: one object, a page of a list, or an array. Opens no address that stands in them. */
@Singleton
class ReferenceFile {
    /** Greatest number of objects of a file. */
    static final int MOST = 5_000;

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int DAY = 10;

    private final ObjectMapper mapper;
    private final Clock clock;

    ReferenceFile(ObjectMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * An object of a file.
     *
     * @param isGone whether it was deleted in the other system
     */
    record Found(Told told, @Nullable LocalDate day, ReferenceNote note, boolean isGone) {}

    /**
     * The objects of a file in their order; organisations that stand among them name those that meetings belong to.
     *
     * @throws Refusal 422 where it is no JSON, holds no object or too many
     */
    List<Found> read(byte[] content) {
        List<?> objects = objects(tree(content));
        if (objects.isEmpty() || objects.size() > MOST) {
            throw objects.isEmpty() ? refused("reference.refused.empty") : refused("reference.refused.many", MOST);
        }
        Map<String, String> organisations = organisations(objects);
        var seen = new HashSet<String>();
        var found = new ArrayList<Found>();
        objects.forEach(object -> found.add(found(object, organisations, seen)));
        return found;
    }

    private @Nullable Object tree(byte[] content) {
        try {
            requireJson(content);
            return mapper.readValue(content, Argument.OBJECT_ARGUMENT);
        } catch (IOException _) {
            throw refused("reference.refused.json");
        }
    }

    // The mapper does not say where a fault is.
    private static void requireJson(byte[] content) throws IOException {
        try (var parser = JSON.createParser(content)) {
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw place == null
                    ? refused("reference.refused.json")
                    : refused("reference.refused.place", place.getLineNr(), place.getColumnNr());
        }
    }

    private static Refusal refused(String key, Object... args) {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "no-council-data", key, args);
    }

    private static List<?> objects(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.get("data") instanceof List<?> data ? data : List.of(map);
        }
        return tree instanceof List<?> list ? list : List.of();
    }

    private static Map<String, String> organisations(List<?> objects) {
        var names = new HashMap<String, String>();
        objects.forEach(object -> {
            if (object instanceof Map<?, ?> map && type(map).equals("organization")) {
                names.put(text(map, "id"), text(map, "name"));
            }
        });
        return names;
    }

    private Found found(@Nullable Object object, Map<String, String> organisations, Set<String> seen) {
        Map<?, ?> map = object instanceof Map<?, ?> one ? one : Map.of();
        Told whole = told(map, organisations);
        Told told = shortened(whole);
        String said = text(map, told.kind().equals("meeting") ? "start" : "date");
        Optional<LocalDate> day = day(said);
        boolean gone = Boolean.TRUE.equals(map.get("deleted"));
        ReferenceNote note = hindrance(told, gone, seen);
        if (note == ReferenceNote.NONE) {
            note = !said.isEmpty() && day.isEmpty() ? ReferenceNote.DATE : note;
            note = told.equals(whole) ? note : ReferenceNote.LONG;
        }
        return new Found(told, day.orElse(null), note, gone);
    }

    private static ReferenceNote hindrance(Told told, boolean gone, Set<String> seen) {
        if (told.kind().equals("other")) {
            return ReferenceNote.TYPE;
        }
        if (told.address().isEmpty()) {
            return ReferenceNote.ADDRESS;
        }
        if (!seen.add(told.address())) {
            return ReferenceNote.TWICE;
        }
        return told.name().isEmpty() && !gone ? ReferenceNote.NAME : ReferenceNote.NONE;
    }

    private static Told told(Map<?, ?> map, Map<String, String> organisations) {
        String type = type(map);
        String address = link(text(map, "id"));
        String web = link(text(map, "web"));
        String organisation = organisation(map.get("organization"));
        return new Told(
                type.equals("meeting") || type.equals("paper") ? type : "other",
                address,
                text(map, "name"),
                text(map, "reference"),
                organisations.getOrDefault(organisation, organisation),
                web.isEmpty() ? address : web);
    }

    private static Told shortened(Told told) {
        return new Told(
                told.kind(),
                told.address(),
                shortened(told.name()),
                shortened(told.number()),
                shortened(told.organisation()),
                told.link());
    }

    private static String shortened(String text) {
        int end = Math.min(text.length(), TextLimits.NAME);
        boolean torn = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, torn ? end - 1 : end);
    }

    // The first one leads where several meet together.
    private static String organisation(@Nullable Object value) {
        return switch (value) {
            case String text -> text.strip();
            case List<?> list when !list.isEmpty() -> organisation(list.getFirst());
            case Map<?, ?> map -> text(map, "name");
            case null, default -> "";
        };
    }

    private static String type(Map<?, ?> map) {
        String type = text(map, "type");
        return type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text
                ? text.replaceAll("\\p{Cntrl}+", " ").strip()
                : "";
    }

    private static String link(String text) {
        try {
            var uri = new URI(text);
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
            return web && uri.getUserInfo() == null && text.length() <= LONGEST_ADDRESS ? text : "";
        } catch (URISyntaxException _) {
            return "";
        }
    }

    private Optional<LocalDate> day(String text) {
        try {
            return Optional.of(
                            text.length() == DAY
                                    ? LocalDate.parse(text)
                                    : OffsetDateTime.parse(text)
                                            .atZoneSameInstant(clock.getZone())
                                            .toLocalDate())
                    .filter(day -> day.getYear() > 0 && day.getYear() <= 9999);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
