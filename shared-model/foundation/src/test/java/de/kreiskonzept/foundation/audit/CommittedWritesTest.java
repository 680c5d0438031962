package de.kreiskonzept.foundation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommittedWritesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insert into \"audit_entry\" (\"position\") values (?) | insert audit_entry",
                "insert into \"t_abc\".\"mail_outbox\" (\"id\") values (?) returning \"id\" | insert mail_outbox",
                "UPDATE registry.support_grant SET ended_at = now() | update support_grant",
                "delete from \"concept_writing\" where \"id\" = ? | delete concept_writing",
                "with old as (select id from a) delete from b using old where b.id = old.id | delete b",
                "select * from \"audit_head\" where \"id\" = 1 for update | ''",
                "with old as (select id from a) select id from old | ''",
                "select set_config('role', ?, true) | ''"
            })
    void saysWhichTableAStatementWritesTo(String sql, String write) {
        assertThat(CommittedWrites.write(sql).orElse("")).isEqualTo(write);
    }
}
