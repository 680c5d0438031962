package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.quota.Agreed;
import de.kreiskonzept.admin.quota.QuotaView;
import de.kreiskonzept.admin.quota.Quotas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.OwnQuota;
import de.kreiskonzept.model.tenant.Quota;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says and changes how much a county may use. */
@Command(
        name = "quota",
        description = "Shows how much a county may use; with options it changes that. 0 is no limit.",
        mixinStandardHelpOptions = true)
final class QuotaCommand implements Callable<Integer> {
    private final Kk kk;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "TENANT", description = "Slug, AGS or id")
    private String typed = "";

    @Option(names = "--requests", description = "Requests a minute, for each replica of the platform")
    private @Nullable Integer requests;

    @Option(names = "--jobs", description = "Large pieces of work at the same time")
    private @Nullable Integer jobs;

    @Option(names = "--megabytes", description = "Space for uploaded files")
    private @Nullable Integer megabytes;

    @Option(names = "--accounts", description = "Accounts, invited ones too")
    private @Nullable Integer accounts;

    @Option(names = "--usual", description = "Forget what was agreed before")
    private boolean usual;

    QuotaCommand(Kk kk) {
        this.kk = kk;
    }

    @Override
    public Integer call() {
        var tenant = kk.bean(Tenants.class).findTyped(typed).orElseThrow(Refusal::notFound);
        var before = kk.bean(Quotas.class).get(tenant.id());
        var changes = usual || Stream.of(requests, jobs, megabytes, accounts).anyMatch(Objects::nonNull);
        if (changes) {
            change(tenant, before);
        } else {
            print(before);
        }
        return 0;
    }

    private void change(Tenant tenant, Agreed before) {
        var wanted = wanted(usual ? OwnQuota.NOTHING : before.own());
        kk.change(
                        "change the quota of " + tenant.name(),
                        () -> kk.bean(Quotas.class).agree(tenant.id(), wanted, before.version(), Kk.ACTOR))
                .ifPresent(this::print);
    }

    private OwnQuota wanted(OwnQuota before) {
        try {
            return new OwnQuota(
                    requests == null ? before.requests() : requests,
                    jobs == null ? before.jobs() : jobs,
                    megabytes == null ? before.megabytes() : megabytes,
                    accounts == null ? before.accounts() : accounts);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "A limit is a number from 0 to " + Quota.MOST + ".");
        }
    }

    private void print(Agreed agreed) {
        var holds = agreed.holds();
        kk.print(
                QuotaView.of(agreed),
                new Table(
                        List.of("REQUESTS", "JOBS", "MEGABYTES", "ACCOUNTS"),
                        List.of(List.<Object>of(holds.requests(), holds.jobs(), holds.megabytes(), holds.accounts()))));
    }
}
