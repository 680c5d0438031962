package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.deletion.CountyDeletion;
import de.kreiskonzept.admin.deletion.Deletions;
import de.kreiskonzept.admin.deletion.Erasure;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.DeletionStage;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Announces the deletion of a county's data, or carries it out where the waiting time is over. */
@Command(
        name = "delete",
        description =
                "Announces the deletion of a suspended or archived workspace, or carries it out here and now where its"
                        + " waiting time is over; ends with 1 where something is left. kk deletion settles what lies between.",
        mixinStandardHelpOptions = true)
final class DeleteCommand implements Callable<Integer> {
    private final Kk kk;

    @Parameters(paramLabel = "TENANT", description = "Slug, AGS or id")
    private String typed = "";

    @Option(names = "--asked-by", description = "Who of the county has asked; needed for the announcement")
    private @Nullable String askedBy;

    @Option(names = "--reason", description = "In German; needed for the announcement")
    private @Nullable String reason;

    DeleteCommand(Kk kk) {
        this.kk = kk;
    }

    @Override
    public Integer call() {
        var tenant = kk.bean(Tenants.class).findTyped(typed).orElseThrow(Refusal::notFound);
        var deletions = kk.bean(Deletions.class);
        var stage = deletions
                .findLatest(tenant.id())
                .map(latest -> latest.deletion().stage(deletions.today()))
                .orElse(DeletionStage.CANCELLED);
        return stage == DeletionStage.DUE || stage == DeletionStage.ERASING ? erase(tenant) : announce(tenant);
    }

    private int announce(Tenant tenant) {
        if (askedBy == null || reason == null) {
            kk.tell("An announcement needs --asked-by and --reason.");
            return 2;
        }
        var wish = new Deletions.Announcement(confirmed(tenant), askedBy, reason);
        kk.change(
                        "announce the deletion of " + tenant.name(),
                        () -> kk.bean(Deletions.class).announce(tenant.id(), tenant.version(), wish, Kk.ACTOR))
                .ifPresent(this::print);
        return 0;
    }

    private int erase(Tenant tenant) {
        if (!kk.mayChange("delete all data of " + tenant.name() + " for ever")) {
            return 0;
        }
        if (!confirmed(tenant).equals(tenant.slug())) {
            kk.tell("not confirmed: type " + tenant.slug());
            return 1;
        }
        var done = kk.bean(Erasure.class).complete(tenant.id());
        print(kk.bean(Deletions.class).get(tenant.id()));
        return done ? 0 : 1;
    }

    private String confirmed(Tenant tenant) {
        return kk.asks() ? kk.ask("Type " + tenant.slug() + " to go on: ").strip() : tenant.slug();
    }

    private void print(CountyDeletion deletion) {
        DeletionCommands.print(kk, deletion);
    }
}
