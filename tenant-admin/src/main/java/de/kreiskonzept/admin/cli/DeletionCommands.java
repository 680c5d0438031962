package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.deletion.Certificates;
import de.kreiskonzept.admin.deletion.CountyDeletion;
import de.kreiskonzept.admin.deletion.DeletionView;
import de.kreiskonzept.admin.deletion.Deletions;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.ArchiveOffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about deletions that were announced by {@code kk tenant delete}. */
@Command(name = "deletion", description = "Deletions of the data of counties.", mixinStandardHelpOptions = true)
final class DeletionCommands extends Group {
    private final Kk kk;

    DeletionCommands(Kk kk) {
        this.kk = kk;
    }

    @Command(name = "show", description = "Shows what is settled and what comes next.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "TENANT") String typed) {
        print(kk, kk.bean(Deletions.class).get(tenant(typed).id()));
        return 0;
    }

    @Command(
            name = "export",
            description = "Records whether the county has taken its data along.",
            mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "TENANT") String typed,
            @Option(names = "--declined", description = "It does not want them") boolean declined) {
        var tenant = tenant(typed);
        var read = kk.bean(Deletions.class).get(tenant.id()).version();
        kk.change(
                        "note that " + tenant.name() + (declined ? " does not want its data" : " has its data"),
                        () -> kk.bean(Deletions.class).answerExport(tenant.id(), read, !declined, Kk.ACTOR))
                .ifPresent(changed -> print(kk, changed));
        return 0;
    }

    @Command(
            name = "archive",
            description = "Records the offer to an archive, or its answer, with which 30 days of waiting begin.",
            mixinStandardHelpOptions = true)
    int archive(@Parameters(paramLabel = "TENANT") String typed, @Mixin Offer offer) {
        var tenant = tenant(typed);
        var said = offer.read(this);
        var read = kk.bean(Deletions.class).get(tenant.id()).version();
        kk.change(
                        "note what " + said.archive() + " says about " + tenant.name(),
                        () -> kk.bean(Deletions.class).offer(tenant.id(), read, said, Kk.ACTOR))
                .ifPresent(changed -> print(kk, changed));
        return 0;
    }

    /** What an archive was asked and has said. */
    static final class Offer {
        @Option(names = "--name", required = true, description = "Of the archive")
        private String name = "";

        @Option(names = "--offered-on", required = true, description = "Day, such as 2026-11-30")
        private LocalDate offeredOn = LocalDate.EPOCH;

        @Option(names = "--answer", defaultValue = "OPEN", description = "open, accepted or declined")
        private ArchiveOffer.Answer answer = ArchiveOffer.Answer.OPEN;

        @Option(names = "--answered-on", description = "Day of the answer")
        private @Nullable LocalDate answeredOn;

        @Option(names = "--reason", defaultValue = "", description = "What the archive has said, in German")
        private String reason = "";

        private ArchiveOffer read(Group command) {
            try {
                return new ArchiveOffer(name, offeredOn, answer, answeredOn, reason);
            } catch (IllegalArgumentException e) {
                throw command.wrong(Objects.requireNonNullElse(e.getMessage(), "Wrong offer"));
            }
        }
    }

    @Command(
            name = "cancel",
            description = "Calls a deletion off; the workspace stays as it is.",
            mixinStandardHelpOptions = true)
    int cancel(@Parameters(paramLabel = "TENANT") String typed) {
        var tenant = tenant(typed);
        var read = kk.bean(Deletions.class).get(tenant.id()).version();
        kk.change(
                        "call off the deletion of " + tenant.name(),
                        () -> kk.bean(Deletions.class).cancel(tenant.id(), read, Kk.ACTOR))
                .ifPresent(changed -> print(kk, changed));
        return 0;
    }

    @Command(
            name = "certificate",
            description = "Writes the certificate of a deletion into a file: PDF where its name ends so, else JSON.",
            mixinStandardHelpOptions = true)
    int certificate(
            @Parameters(paramLabel = "TENANT", description = "Its id: slug and AGS may belong to another one now")
                    String typed,
            @Parameters(paramLabel = "FILE") Path file)
            throws IOException {
        var certificates = kk.bean(Certificates.class);
        var id = tenant(typed).id();
        Files.write(
                file,
                file.toString().endsWith(".pdf")
                        ? certificates.pdf(id)
                        : certificates.json(id).getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    private Tenant tenant(String typed) {
        return kk.bean(Tenants.class).findTyped(typed).orElseThrow(Refusal::notFound);
    }

    static void print(Kk kk, CountyDeletion deletion) {
        var view = DeletionView.of(deletion, kk.bean(Deletions.class).today());
        kk.print(
                view,
                new Table(
                        List.of("STAGE", "WAITS UNTIL", "ANNOUNCED", "ASKED BY", "TENANT"),
                        List.of(Arrays.asList(
                                view.stage(),
                                view.waitsUntil(),
                                view.announcedAt(),
                                view.askedBy(),
                                view.tenantId()))));
    }
}
