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
                "UPDATE registry.support_grant SET ended_at = now() | update support_grant ended_at",
                "update \"tenant\" set \"state\" = ?, \"version\" = (\"tenant\".\"version\" + ?) where \"id\" = ? | update tenant state",
                "update a set x = (select y from b where b.id = 1), z = 2 where a.id = 3 | update a id,x,z",
                "update a set version = a.version + 1 | update a",
                "insert into a (id) values (1) on conflict (id) do update set x = 2 | insert a",
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
