package de.kreiskonzept.platform.identity.support;

import static de.kreiskonzept.schema.workspace.Tables.AUDIT_ENTRY;

import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/**
 * Who visitors were that changed something. They have no account, but the trail of the county holds for each visit who came in and by whom,
 * before anything can be changed.
 */
@Singleton
@InWorkspace(readOnly = true)
public class VisitorNames {
    private final DSLContext dsl;

    VisitorNames(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Reads who did what from rows: the name of the account, or names of visitor and host where a visit stands in its place. The trail is
     * read only where there may be one.
     *
     * @param account who did it; null where nobody acted
     * @param name of that account; null where there is none
     * @return gives the name of a row, which is null where nobody is known
     */
    public Function<Record, @Nullable String> in(
            Result<? extends Record> rows, Field<UUID> account, Field<String> name) {
        var names = find(rows.stream()
                .filter(row -> row.get(name) == null)
                .map(row -> row.get(account))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return row -> row.get(name) == null && row.get(account) != null ? names.get(row.get(account)) : row.get(name);
    }

    private Map<UUID, String> find(Set<UUID> visits) {
        return visits.isEmpty()
                ? Map.of()
                : dsl.selectDistinct(AUDIT_ENTRY.ACTOR_ID, AUDIT_ENTRY.ACTOR_NAME)
                        .from(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.ACTION.eq(SupportEntry.ENTERED))
                        .and(AUDIT_ENTRY.ACTOR_ID.in(visits))
                        .fetchMap(AUDIT_ENTRY.ACTOR_ID, AUDIT_ENTRY.ACTOR_NAME);
    }
}
