package de.kreiskonzept.foundation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Watches every request of a test: one that writes leaves exactly one entry, in whatever trail, and none leaves two. What is written without
 * an entry stands in README.md of the module, each with its reason: a table ({@code audit_head}), new or deleted rows of it ({@code insert
 * spare_schema}), an update of exactly these columns, in the order of the alphabet ({@code update deletion last_error,step}), a route
 * ({@code POST /{county}/passwort-vergessen}), or a job ({@code job weekly mails}).
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = WriteWatch.SETTING)
public final class WriteWatch implements Ordered {
    /** Setting with the path of the README that says what is written without an entry; where it is missing nobody watches. */
    public static final String SETTING = "test.writes-without-entries";

    private static final String BEGIN = "<!-- writes without entries: begin -->";
    private static final String END = "<!-- writes without entries: end -->";
    private static final Pattern EXCEPTION = Pattern.compile("(?m)^- `([^`]+)`: \\w");
    private static final String ATTRIBUTE = WriteWatch.class.getName();
    private static final Queue<String> DEVIATIONS = new ConcurrentLinkedQueue<>();

    private final Set<String> withoutEntries;

    /** @param readme path of the README */
    public WriteWatch(@Property(name = SETTING) String readme) throws IOException {
        var text = Files.readString(Path.of(readme));
        withoutEntries = EXCEPTION
                .matcher(text.substring(text.indexOf(BEGIN), text.indexOf(END)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /**
     * Writes a README that lets less pass than that of the module, for a test that shows that somebody watches.
     *
     * @param exceptions which it no longer has
     * @return its path
     */
    public static String readmeWithout(Path folder, String... exceptions) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(Path.of("README.md")));
        for (var exception : exceptions) {
            assertThat(lines.removeIf(line -> line.startsWith("- `" + exception + "`: ")))
                    .as(exception)
                    .isTrue();
        }
        return Files.write(folder.resolve("README.md"), lines).toString();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        var writes = new CommittedWrites();
        request.setAttribute(ATTRIBUTE, writes);
        context.add(writes);
    }

    @ResponseFilter
    void end(HttpRequest<?> request, HttpResponse<?> response) {
        var writes = request.getAttribute(ATTRIBUTE, CommittedWrites.class).orElseThrow();
        var route = request.getMethodName() + " "
                + BasicHttpAttributes.getUriTemplate(request).orElse(request.getPath());
        if (!writes.isOne(withoutEntries) && !withoutEntries.contains(route)) {
            note("%s, answered %d,".formatted(route, response.code()), writes);
        }
    }

    /**
     * Watches work that is no request, of a job or of a command: each of its transactions that writes leaves exactly one entry.
     *
     * @param name under which the README names it where it leaves none, for example {@code job weekly mails}
     */
    public <T> T watch(String name, Callable<T> work) throws Exception {
        var writes = new CommittedWrites();
        T result = writes.during(work);
        if (!writes.isOneEach(withoutEntries) && !withoutEntries.contains(name)) {
            note(name, writes);
        }
        return result;
    }

    private void note(String what, CommittedWrites writes) {
        DEVIATIONS.add("%s left %d entries: %s".formatted(what, writes.entries(), writes.others(withoutEntries)));
    }

    /** Fails where a request, job or command since the last call has left too few or too many entries. */
    public static void assertOneEntryEach() {
        var found = new ArrayList<String>();
        for (var next = DEVIATIONS.poll(); next != null; next = DEVIATIONS.poll()) {
            found.add(next);
        }
        assertThat(found).as("each write leaves exactly one entry").isEmpty();
    }
}
