package de.kreiskonzept.platform.oparl.object;

import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which part of a list a program asks for.
 *
 * @param times by the name of the parameter, such as {@code modified_since}; both ends belong to it
 * @param page from 1 on
 * @param size objects of a full page
 */
public record ObjectFilter(Map<String, OffsetDateTime> times, int page, int size) {
    private static final List<String> TIMES =
            List.of("created_since", "created_until", "modified_since", "modified_until");
    private static final String SIZE = "elementsPerPage";
    private static final int MOST = 100;
    private static final int LAST_PAGE = 1_000_000;

    /**
     * Reads the parameters of an address.
     *
     * @throws Refusal 400 where one is no time with an offset, or no number in its range
     */
    public static ObjectFilter of(HttpParameters parameters) {
        var times = new LinkedHashMap<String, OffsetDateTime>();
        TIMES.forEach(name -> {
            String text = parameters.get(name);
            if (text != null) {
                times.put(name, time(name, text));
            }
        });
        return new ObjectFilter(times, number(parameters, "page", 1, LAST_PAGE), number(parameters, SIZE, MOST, MOST));
    }

    // A plus sign that was not escaped arrives as a space.
    private static OffsetDateTime time(String name, String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', '+'));
        } catch (DateTimeParseException _) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "oparl.fault.time", name);
        }
    }

    private static int number(HttpParameters parameters, String name, int usual, int most) {
        String text = parameters.get(name);
        if (text == null) {
            return usual;
        }
        if (!text.matches("0*[1-9][0-9]{0,6}") || Integer.parseInt(text) > most) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "problem.range", name, 1, most);
        }
        return Integer.parseInt(text);
    }

    /** Earliest time of a property, {@code created} or {@code modified}. */
    public Optional<OffsetDateTime> since(String property) {
        return Optional.ofNullable(times.get(property + "_since"));
    }

    /** Latest time of a property. */
    public Optional<OffsetDateTime> until(String property) {
        return Optional.ofNullable(times.get(property + "_until"));
    }

    /** Whether the program wants to know what has changed, and with it what was deleted. */
    boolean wantsDeleted() {
        return since("created").isPresent() || since("modified").isPresent();
    }

    /** The pages of the list at this address with the same filter. */
    public Paging paging(String list, long total) {
        var query = times.entrySet().stream()
                .map(one ->
                        one.getKey() + "=" + URLEncoder.encode(one.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String sized = size == MOST ? query : query + (query.isEmpty() ? "" : "&") + SIZE + "=" + size;
        return new Paging(page, size, total, sized.isEmpty() ? list : list + "?" + sized);
    }
}
