package de.kreiskonzept.admin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.foundation.audit.RefusalsContract;
import de.kreiskonzept.foundation.database.TestServer;
import io.micronaut.web.router.Router;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ConsoleUnderTest.Given.class)
class RefusedAccessIT extends RefusalsContract {
    private final ConsoleUnderTest console;

    RefusedAccessIT(ConsoleUnderTest console) throws SQLException {
        this.console = console;
    }

    @Override
    protected Router router() {
        return console.bean(Router.class);
    }

    @Override
    protected String url() {
        return console.url();
    }

    @Override
    protected String schema() {
        return "registry";
    }

    @Override
    protected Map<String, String> variables() {
        return Map.of();
    }

    @Override
    protected String role() {
        return Roles.SUPPORT;
    }

    @Override
    protected String token() {
        return console.tokenOf(console.newAccount(Roles.SUPPORT));
    }

    @Override
    protected String cookie() {
        return "kk_console";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE registry.audit_entry SET detail = ''",
                "DELETE FROM registry.audit_entry",
                "TRUNCATE registry.audit_entry"
            })
    void theConsoleCannotChangeWhatWasWritten(String sql) throws SQLException {
        try (var admin = TestServer.admin();
                var statement = admin.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            denied -> assertThat(denied.getSQLState()).isEqualTo("42501"));
        }
    }
}
