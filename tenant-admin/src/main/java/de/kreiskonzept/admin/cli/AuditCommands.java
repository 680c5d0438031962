package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.web.TrailCheck;
import de.kreiskonzept.admin.web.TrailStore;
import de.kreiskonzept.foundation.audit.Verification;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands about the trail of the registry. */
@Command(name = "audit", description = "Trail of the registry.", mixinStandardHelpOptions = true)
final class AuditCommands extends Group {
    private final Kk kk;

    AuditCommands(Kk kk) {
        this.kk = kk;
    }

    @Command(
            name = "list",
            description = "Lists the latest entries, the newest first.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--last", defaultValue = "50", description = "How many (default: ${DEFAULT-VALUE})")
                    int last) {
        if (last < 1) {
            throw wrong("--last is 1 at least.");
        }
        var entries = kk.bean(TrailStore.class).list(0, last);
        kk.print(
                entries,
                new Table(
                        List.of("POSITION", "AT", "ACTOR", "ACTION", "SUBJECT", "DETAIL"),
                        entries.stream()
                                .map(entry -> List.<Object>of(
                                        entry.position(),
                                        entry.happenedAt(),
                                        entry.actor(),
                                        entry.action(),
                                        entry.subject(),
                                        entry.detail()))
                                .toList()));
        return 0;
    }

    @Command(
            name = "verify",
            description = "Recomputes the whole trail; ends with 1 where an entry was changed, removed or put in.",
            mixinStandardHelpOptions = true)
    int verify() {
        return switch (kk.bean(TrailCheck.class).verify()) {
            case Verification.Intact intact -> print("intact", "entries", intact.entries(), 0);
            case Verification.Broken broken -> print("broken", "position", broken.position(), 1);
        };
    }

    private int print(String result, String what, long number, int status) {
        kk.print(
                Map.of("result", result, what, number),
                new Table(
                        List.of("RESULT", what.toUpperCase(java.util.Locale.ROOT)),
                        List.of(List.<Object>of(result, number))));
        return status;
    }
}
