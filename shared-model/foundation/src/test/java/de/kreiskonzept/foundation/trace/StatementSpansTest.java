package de.kreiskonzept.foundation.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementSpansTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select count(*) from \"concept_measure\" where \"id\" = ? | SELECT concept_measure",
                "insert into \"mail_outbox\" (\"recipient\") values (?) | INSERT mail_outbox",
                "update \"identity_account\" set \"name\" = ? | UPDATE identity_account",
                "delete from concept_goal where title = 'Deutsch lernen' | DELETE concept_goal",
                "select set_config('role', ?, true) | SELECT",
                "select id from registry.workspace where slug = ? | SELECT workspace",
                "update only \"t_0123456789abcdefghij\".\"concept_goal\" set text = ? | UPDATE concept_goal",
                "'' | -"
            })
    void saysWhatAStatementDoesWithoutItsText(String sql, String summary) {
        assertThat(StatementSpans.summary(sql)).isEqualTo(summary);
    }
}
