package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.admin.signup.Signup;
import de.kreiskonzept.admin.signup.SignupState;
import de.kreiskonzept.admin.signup.SignupView;
import de.kreiskonzept.admin.signup.Signups;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about the requests of counties. */
@Command(name = "signup", description = "Requests of counties.", mixinStandardHelpOptions = true)
final class SignupCommands extends Group {
    private static final int MOST = 100_000;

    private final Kk kk;

    SignupCommands(Kk kk) {
        this.kk = kk;
    }

    @Command(name = "list", description = "Lists requests, the latest first.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--state", description = "Only this state, for example verified") @Nullable String state) {
        var signups = kk.bean(Signups.class).list(state == null ? null : state(state), 0, MOST);
        kk.print(signups.stream().map(SignupView::of).toList(), table(signups));
        return 0;
    }

    private SignupState state(String text) {
        return Arrays.stream(SignupState.values())
                .filter(state -> state.text().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong("Unknown state: " + text));
    }

    @Command(
            name = "approve",
            description = "Approves a confirmed request and builds the workspace.",
            mixinStandardHelpOptions = true)
    int approve(@Parameters(paramLabel = "ID") UUID id) {
        var signup = kk.bean(Signups.class).get(id);
        kk.change(
                        "approve the request of " + signup.email() + " and build the workspace",
                        () -> kk.bean(Decision.class).approve(id, Kk.ACTOR))
                .ifPresent(this::build);
        return 0;
    }

    private void build(Signup approved) {
        var tenant = approved.tenantId();
        if (tenant != null) {
            kk.bean(Provisioning.class).complete(tenant);
        }
        print(approved);
    }

    @Command(
            name = "reject",
            description = "Rejects a request and tells the county why.",
            mixinStandardHelpOptions = true)
    int reject(
            @Parameters(paramLabel = "ID") UUID id,
            @Option(names = "--reason", required = true, description = "In German") String reason) {
        var signup = kk.bean(Signups.class).get(id);
        kk.change(
                        "reject the request of " + signup.email(),
                        () -> kk.bean(Decision.class).reject(id, reason, Kk.ACTOR))
                .ifPresent(this::print);
        return 0;
    }

    private void print(Signup signup) {
        kk.print(SignupView.of(signup), table(List.of(signup)));
    }

    private static Table table(List<Signup> signups) {
        return new Table(
                List.of("AGS", "CONTACT", "E-MAIL", "STATE", "ID"),
                signups.stream()
                        .map(signup -> List.<Object>of(
                                signup.ags(),
                                signup.contactName(),
                                signup.email(),
                                signup.state().text(),
                                signup.id()))
                        .toList());
    }
}
