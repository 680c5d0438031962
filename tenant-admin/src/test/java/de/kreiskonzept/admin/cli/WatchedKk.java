package de.kreiskonzept.admin.cli;

import de.kreiskonzept.foundation.audit.WriteWatch;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Runs {@code kk} and fails where a transaction of it has written and left no entry in the trail of the registry, or several. */
final class WatchedKk {
    private WatchedKk() {}

    /** As {@link Kk#run} does. */
    static int run(Supplier<ApplicationContext> start, Reader in, PrintWriter out, PrintWriter err, String... args) {
        var command = Arrays.stream(args)
                .takeWhile(arg -> arg.matches("[a-z-]+") && !arg.startsWith("-"))
                .limit(2)
                .collect(Collectors.joining(" ", "kk ", ""));
        try {
            var status = new WriteWatch("README.md").watch(command, () -> Kk.run(start, in, out, err, args));
            WriteWatch.assertOneEntryEach();
            return status;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
