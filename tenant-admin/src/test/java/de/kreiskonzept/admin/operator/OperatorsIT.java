package de.kreiskonzept.admin.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.foundation.web.Refusal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ConsoleUnderTest.Given.class)
class OperatorsIT {
    private final Operators operators;
    private final AccountStore accounts;

    OperatorsIT(ConsoleUnderTest console) {
        this.operators = console.bean(Operators.class);
        this.accounts = console.bean(AccountStore.class);
    }

    @Test
    void leavesAnAccountAsItIsWhenItExists() {
        var email = UUID.randomUUID() + "@betreiber.example";

        assertThat(operators.create(email, "Erste", Roles.OPERATOR, ConsoleUnderTest.PASSWORD))
                .isTrue();
        assertThat(operators.create(email, "Zweite", Roles.SUPPORT, "another long password"))
                .isFalse();
        assertThat(accounts.find(email)).map(Account::name).contains("Erste");
    }

    @Test
    void refusesWhatIsNoAccount() {
        assertRefused("no address", "Name", Roles.OPERATOR, ConsoleUnderTest.PASSWORD);
        assertRefused("a@b.example", " ", Roles.OPERATOR, ConsoleUnderTest.PASSWORD);
        assertRefused("a@b.example", "Name", "admin", ConsoleUnderTest.PASSWORD);
        assertRefused("a@b.example", "Name", Roles.OPERATOR, "too short");
        assertThat(accounts.find("a@b.example")).isEmpty();
    }

    private void assertRefused(String email, String name, String role, String password) {
        assertThatThrownBy(() -> operators.create(email, name, role, password)).isInstanceOf(Refusal.class);
    }
}
