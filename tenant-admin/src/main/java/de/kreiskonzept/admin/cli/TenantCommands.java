package de.kreiskonzept.admin.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.kreiskonzept.admin.lifecycle.Entry;
import de.kreiskonzept.admin.lifecycle.TenantAction;
import de.kreiskonzept.admin.lifecycle.TenantDetailView;
import de.kreiskonzept.admin.lifecycle.TenantView;
import de.kreiskonzept.admin.lifecycle.Transition;
import de.kreiskonzept.admin.lifecycle.WorkspaceFacts;
import de.kreiskonzept.admin.provisioning.Invitation;
import de.kreiskonzept.admin.provisioning.Progress;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.TenantFilter;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.admin.signup.Signups;
import de.kreiskonzept.admin.support.SupportVisits;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about the workspaces of counties. A tenant is named by its slug, its AGS or its id. */
@Command(name = "tenant", description = "Workspaces of counties.", mixinStandardHelpOptions = true)
final class TenantCommands extends Group {
    private static final int MOST = 100_000;

    private final Kk kk;

    TenantCommands(Kk kk) {
        this.kk = kk;
    }

    @Command(name = "list", description = "Lists tenants by name.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--search", description = "Part of the name, or an AGS") @Nullable String search,
            @Option(names = "--state", description = "Only this state, for example active") @Nullable String state) {
        var filter = new TenantFilter(search == null ? "" : search, state == null ? null : state(state));
        print(kk.bean(Tenants.class).list(filter, 0, MOST));
        return 0;
    }

    private TenantState state(String text) {
        try {
            return TenantState.of(text);
        } catch (IllegalArgumentException e) {
            throw wrong("Unknown state: " + text);
        }
    }

    /** The tenant as every command shows it, and beside it what the page and REST say of this one. */
    @Serdeable
    record Shown(
            @JsonUnwrapped TenantView tenant,
            List<TenantDetailView.Event> events,
            List<TenantDetailView.StepView> steps,
            List<String> actions,
            TenantDetailView.@Nullable Figures figures) {}

    @Command(
            name = "show",
            description = "Shows one tenant with its history and its use.",
            mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "TENANT") String typed) {
        var seen = kk.bean(WorkspaceFacts.class).view(tenant(typed));
        kk.print(
                new Shown(seen.tenant(), seen.events(), seen.steps(), seen.actions(), seen.figures()),
                new Table(List.of("WHAT", "IS"), lines(seen)));
        return 0;
    }

    @Command(
            name = "support",
            description = "Shows until when a county lets somebody of the provider in; entering wants an account.",
            mixinStandardHelpOptions = true)
    int support(@Parameters(paramLabel = "TENANT") String typed) {
        var grant = kk.bean(SupportVisits.class).get(tenant(typed).id());
        kk.print(grant, new Table(List.of("WRITING", "UNTIL"), List.of(List.of(grant.writing(), grant.until()))));
        return 0;
    }

    private static List<List<@Nullable Object>> lines(TenantDetailView seen) {
        var tenant = seen.tenant();
        var lines = new ArrayList<List<@Nullable Object>>();
        lines.add(line("NAME", tenant.name()));
        lines.add(line("ID", tenant.id()));
        lines.add(line("AGS", tenant.ags()));
        lines.add(line("SLUG", tenant.slug()));
        lines.add(line("STATE", tenant.state()));
        lines.add(line("DATA SOURCE", tenant.dataSource()));
        lines.add(line("VERSION", tenant.schemaVersion()));
        lines.add(line("ACTIONS", String.join(", ", seen.actions())));
        if (seen.figures() != null) {
            addFigures(lines, seen.figures());
        }
        seen.steps().stream()
                .filter(step -> step.lastError() != null)
                .forEach(step -> lines.add(line("STEP " + step.step(), step.lastError())));
        seen.events()
                .forEach(event -> lines.add(
                        line(event.at(), "%s by %s: %s".formatted(event.to(), event.actor(), event.reason()))));
        return lines;
    }

    private static void addFigures(List<List<@Nullable Object>> lines, TenantDetailView.Figures figures) {
        lines.add(line("ACCOUNTS", figures.accounts()));
        lines.add(line("LAST SIGN-IN", figures.lastSignIn()));
        lines.add(line("OPEN ROUNDS", figures.openRounds()));
        lines.add(line("UPLOAD BYTES", figures.uploadBytes()));
        lines.add(line("COUNTED", figures.countedAt()));
    }

    private static List<@Nullable Object> line(String what, @Nullable Object value) {
        return Arrays.asList(what, value);
    }

    @Command(
            name = "create",
            description = "Enters a county and builds its workspace; the contact gets an invitation.",
            mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "AGS") String ags,
            @Option(names = "--contact", required = true, description = "First and last name") String contact,
            @Option(names = "--email", required = true) String email) {
        var form = new Entry.Form(ags, contact, email);
        kk.change(
                        "enter the county " + ags + " and build its workspace",
                        () -> kk.bean(Entry.class).enter(form, null, Kk.ACTOR))
                .ifPresent(this::build);
        return 0;
    }

    @Command(
            name = "approve",
            description = "Approves the request of a county and builds its workspace.",
            mixinStandardHelpOptions = true)
    int approve(@Parameters(paramLabel = "TENANT") String typed) {
        var tenant = tenant(typed);
        var signup = kk.bean(Signups.class).findByTenant(tenant.id()).orElseThrow(Refusal::notFound);
        kk.change(
                        "approve " + tenant.name() + " and build its workspace",
                        () -> kk.bean(Decision.class).approve(signup.id(), Kk.ACTOR))
                .ifPresent(approved -> build(tenant.id()));
        return 0;
    }

    @Command(name = "suspend", description = "Shuts a workspace for a time.", mixinStandardHelpOptions = true)
    int suspend(
            @Parameters(paramLabel = "TENANT") String typed,
            @Option(names = "--reason", required = true, description = "In German") String reason) {
        return make(TenantAction.SUSPEND, "suspend %s", typed, reason);
    }

    @Command(name = "resume", description = "Opens a suspended workspace again.", mixinStandardHelpOptions = true)
    int resume(
            @Parameters(paramLabel = "TENANT") String typed,
            @Option(names = "--reason", required = true, description = "In German") String reason) {
        return make(TenantAction.RESUME, "open %s again", typed, reason);
    }

    @Command(name = "close", description = "Lets the people of a workspace read only.", mixinStandardHelpOptions = true)
    int close(
            @Parameters(paramLabel = "TENANT") String typed,
            @Option(names = "--reason", required = true, description = "In German") String reason) {
        return make(TenantAction.CLOSE, "let the people of %s read only", typed, reason);
    }

    @Command(
            name = "reopen",
            description = "Lets the people of a read-only workspace write again.",
            mixinStandardHelpOptions = true)
    int reopen(
            @Parameters(paramLabel = "TENANT") String typed,
            @Option(names = "--reason", required = true, description = "In German") String reason) {
        return make(TenantAction.REOPEN, "let the people of %s write again", typed, reason);
    }

    @Command(
            name = "archive",
            description = "Ends the use of a workspace; its content is kept.",
            mixinStandardHelpOptions = true)
    int archive(
            @Parameters(paramLabel = "TENANT") String typed,
            @Option(names = "--reason", required = true, description = "In German") String reason) {
        return make(TenantAction.ARCHIVE, "archive %s", typed, reason);
    }

    @Command(
            name = "unarchive",
            description = "Lets the people of an archived workspace read it again.",
            mixinStandardHelpOptions = true)
    int unarchive(
            @Parameters(paramLabel = "TENANT") String typed,
            @Option(names = "--reason", required = true, description = "In German") String reason) {
        return make(TenantAction.UNARCHIVE, "take %s out of the archive", typed, reason);
    }

    private int make(TenantAction action, String words, String typed, String reason) {
        var tenant = tenant(typed);
        kk.change(
                        words.formatted(tenant.name()),
                        () -> kk.bean(Transition.class).make(action, tenant.id(), tenant.version(), reason, Kk.ACTOR))
                .ifPresent(this::print);
        return 0;
    }

    @Command(name = "retry", description = "Goes on with a building that has failed.", mixinStandardHelpOptions = true)
    int retry(@Parameters(paramLabel = "TENANT") String typed) {
        var tenant = tenant(typed);
        kk.change(
                        "go on building the workspace of " + tenant.name(),
                        () -> kk.bean(Progress.class).retry(tenant.id(), Kk.ACTOR))
                .ifPresent(changed -> build(changed.id()));
        return 0;
    }

    @Command(
            name = "invite",
            description = "Sends the first administrator a new invitation; the earlier link ends.",
            mixinStandardHelpOptions = true)
    int invite(@Parameters(paramLabel = "TENANT") String typed) {
        var tenant = tenant(typed);
        if (kk.mayChange("send the first administrator of " + tenant.name() + " a new invitation")) {
            print(kk.bean(Invitation.class).renew(tenant.id(), Kk.ACTOR));
        }
        return 0;
    }

    /** Builds here and now; what another process is at, or a failed step, is finished by the running console. */
    private void build(UUID tenant) {
        kk.bean(Provisioning.class).complete(tenant);
        print(kk.bean(Tenants.class).get(tenant));
    }

    private Tenant tenant(String typed) {
        return kk.bean(Tenants.class).findTyped(typed).orElseThrow(Refusal::notFound);
    }

    private void print(Tenant tenant) {
        print(kk, tenant);
    }

    /** One tenant as every command shows it. */
    static void print(Kk kk, Tenant tenant) {
        kk.print(TenantView.of(tenant), table(List.of(tenant)));
    }

    private void print(List<Tenant> tenants) {
        kk.print(tenants.stream().map(TenantView::of).toList(), table(tenants));
    }

    private static Table table(List<Tenant> tenants) {
        return new Table(
                List.of("AGS", "NAME", "SLUG", "STATE", "DATA SOURCE", "ID"),
                tenants.stream()
                        .map(tenant -> List.<Object>of(
                                tenant.ags(),
                                tenant.name(),
                                tenant.slug(),
                                tenant.state().text(),
                                tenant.dataSource(),
                                tenant.id()))
                        .toList());
    }
}
