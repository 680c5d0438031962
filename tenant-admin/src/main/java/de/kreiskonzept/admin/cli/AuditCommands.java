package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.web.TrailCheck;
import de.kreiskonzept.foundation.audit.Verification;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Commands about the trail of the registry. */
@Command(name = "audit", description = "Trail of the registry.", mixinStandardHelpOptions = true)
final class AuditCommands extends Group {
    private final Kk kk;

    AuditCommands(Kk kk) {
        this.kk = kk;
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
