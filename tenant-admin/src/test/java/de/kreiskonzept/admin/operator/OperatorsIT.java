package de.kreiskonzept.admin.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.web.Refusal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ConsoleUnderTest.Given.class)
class OperatorsIT {
    private final Operators operators;

    OperatorsIT(ConsoleUnderTest console) {
        this.operators = console.bean(Operators.class);
    }

    @Test
    void leavesAnAccountAsItIsWhenItExists() throws SQLException {
        var email = UUID.randomUUID() + "@betreiber.example";

        assertThat(operators.create(email, "Erste", Roles.OPERATOR, ConsoleUnderTest.PASSWORD))
                .isTrue();
        assertThat(operators.create(email, "Zweite", Roles.SUPPORT, "another long password"))
                .isFalse();
        assertThat(names(email)).containsExactly("Erste");
    }

    @Test
    void refusesWhatIsNoAccount() throws SQLException {
        assertRefused("no address", "Name", Roles.OPERATOR, ConsoleUnderTest.PASSWORD);
        assertRefused("a@b.example", " ", Roles.OPERATOR, ConsoleUnderTest.PASSWORD);
        assertRefused("a@b.example", "Name", "admin", ConsoleUnderTest.PASSWORD);
        assertRefused("a@b.example", "Name", Roles.OPERATOR, "too short");
        assertThat(names("a@b.example")).isEmpty();
    }

    private void assertRefused(String email, String name, String role, String password) {
        assertThatThrownBy(() -> operators.create(email, name, role, password)).isInstanceOf(Refusal.class);
    }

    private static List<String> names(String email) throws SQLException {
        try (var admin = TestServer.admin();
                var query = admin.prepareStatement("SELECT name FROM registry.operator_account WHERE email = ?")) {
            query.setString(1, email);
            var names = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }
}
