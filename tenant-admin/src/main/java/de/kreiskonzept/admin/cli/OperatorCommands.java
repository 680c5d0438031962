package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.operator.Operators;
import de.kreiskonzept.admin.operator.Roles;
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
            throw wrong("Unknown role: " + role);
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
