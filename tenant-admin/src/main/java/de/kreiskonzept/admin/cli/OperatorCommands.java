package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.operator.OperatorAccount;
import de.kreiskonzept.admin.operator.Operators;
import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.operator.Staff;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about the accounts of the provider's people. */
@Command(name = "operator", description = "Accounts of the provider.", mixinStandardHelpOptions = true)
final class OperatorCommands extends Group {
    private final Kk kk;

    OperatorCommands(Kk kk) {
        this.kk = kk;
    }

    @Command(
            name = "create",
            description = "Creates an account; the password is read from the first line of the input.",
            mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "EMAIL") String email,
            @Option(names = "--name", required = true, description = "First and last name") String name,
            @Option(names = "--role", defaultValue = Roles.OPERATOR, description = "operator or support") String role) {
        if (!Roles.list().contains(role)) {
            throw unknown(role);
        }
        if (!kk.mayChange("create the account " + email)) {
            return 0;
        }
        var created = kk.bean(Operators.class).create(email, name, role, kk.ask("Password: "));
        kk.print(
                Map.of("email", email, "role", role, "created", created),
                new Table(List.of("E-MAIL", "ROLE", "CREATED"), List.of(List.<Object>of(email, role, created))));
        return created ? 0 : 1;
    }

    private RuntimeException unknown(String role) {
        return wrong("Unknown role: " + role);
    }

    @Command(name = "list", description = "Lists all accounts with their roles.", mixinStandardHelpOptions = true)
    int list() {
        var accounts = kk.bean(Staff.class).list(0, Integer.MAX_VALUE);
        kk.print(accounts, table(accounts));
        return 0;
    }

    @Command(
            name = "change-role",
            description = "Gives an account another role; the last operator keeps it.",
            mixinStandardHelpOptions = true)
    int changeRole(
            @Parameters(paramLabel = "EMAIL") String email,
            @Parameters(paramLabel = "ROLE", description = "operator or support") String role) {
        if (!Roles.list().contains(role)) {
            throw unknown(role);
        }
        var staff = kk.bean(Staff.class);
        var account = staff.get(email);
        kk.change(
                        "give %s the role %s".formatted(account.email(), role),
                        () -> staff.changeRole(account.id(), role, account.version(), Kk.ACTOR))
                .ifPresent(changed -> kk.print(changed, table(List.of(changed))));
        return 0;
    }

    private static Table table(List<OperatorAccount> accounts) {
        return new Table(
                List.of("E-MAIL", "NAME", "ROLE"),
                accounts.stream()
                        .map(account -> List.<Object>of(account.email(), account.name(), account.role()))
                        .toList());
    }

    @Command(
            name = "reset-second-factor",
            description = "Ends the second factor of somebody who has lost it; the next sign-in sets up another one.",
            mixinStandardHelpOptions = true)
    int resetSecondFactor(@Parameters(paramLabel = "EMAIL") String email) {
        if (!kk.mayChange("end the second factor of " + email)) {
            return 0;
        }
        kk.bean(Operators.class).resetSecondFactor(email);
        kk.print(Map.of("email", email, "reset", true), new Table(List.of("E-MAIL"), List.of(List.<Object>of(email))));
        return 0;
    }
}
