package de.kreiskonzept.foundation.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.util.StringJoiner;

/**
 * Which part of a list a program asks for: {@code ?page} from 0 and {@code ?size} from 1 to 100.
 *
 * @param page number of the part, from 0
 * @param size rows of a full part
 */
@Introspected
public record ListPart(int page, int size) {
    /** Rows of a part when the request does not say. */
    public static final int USUAL = 50;

    /** Most rows of a part. */
    public static final int MOST = 100;

    private static final int LAST_PAGE = 1_000_000;

    /**
     * Reads the part from the query of a request.
     *
     * @throws Refusal 400 when a number is out of range
     */
    public static ListPart of(HttpRequest<?> request) {
        return new ListPart(number(request, "page", 0, 0, LAST_PAGE), number(request, "size", USUAL, 1, MOST));
    }

    /** Returns the number of rows before this part. */
    public long offset() {
        return (long) page * size;
    }

    /** Returns the value of the header {@code Link} (RFC 8288): first, prev, next and last as far as they exist. */
    public String links(HttpRequest<?> request, long total) {
        var last = (int) Math.max(0, (total - 1) / size);
        var links = new StringJoiner(", ").add(link(request, 0, "first"));
        if (page > 0) {
            links.add(link(request, Math.min(page - 1, last), "prev"));
        }
        if (page < last) {
            links.add(link(request, page + 1, "next"));
        }
        return links.add(link(request, last, "last")).toString();
    }

    private String link(HttpRequest<?> request, int number, String relation) {
        var query = new StringJoiner("&");
        request.getParameters().forEach((name, values) -> {
            if (!name.equals("page") && !name.equals("size")) {
                values.forEach(value -> query.add(encoded(name) + "=" + encoded(value)));
            }
        });
        query.add("page=" + number).add("size=" + size);
        return "<%s?%s>; rel=\"%s\"".formatted(request.getUri().getRawPath(), query, relation);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static int number(HttpRequest<?> request, String name, int usual, int least, int most) {
        var text = request.getParameters().get(name);
        if (text == null) {
            return usual;
        }
        if (text.matches("\\d{1,7}")) {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "problem.range", name, least, most);
    }
}
