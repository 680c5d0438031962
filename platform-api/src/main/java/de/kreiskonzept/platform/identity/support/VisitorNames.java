package de.kreiskonzept.platform.identity.support;

import static de.kreiskonzept.schema.workspace.Tables.AUDIT_ENTRY;

import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

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
     * Names of visitor and host by the ids of their visits; what is the id of something else is not in it. The trail is read only where
     * there is an id.
     */
    public Map<UUID, String> find(Collection<UUID> visits) {
        return visits.isEmpty()
                ? Map.of()
                : dsl.selectDistinct(AUDIT_ENTRY.ACTOR_ID, AUDIT_ENTRY.ACTOR_NAME)
                        .from(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.ACTION.eq(SupportEntry.ENTERED))
                        .and(AUDIT_ENTRY.ACTOR_ID.in(visits))
                        .fetchMap(AUDIT_ENTRY.ACTOR_ID, AUDIT_ENTRY.ACTOR_NAME);
    }
}
