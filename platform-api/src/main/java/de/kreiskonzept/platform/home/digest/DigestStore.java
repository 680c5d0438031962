package de.kreiskonzept.platform.home.digest;

import static de.kreiskonzept.schema.workspace.Tables.HOME_DIGEST;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.HomeDigestRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** All SQL of weekly mails. Only hashes of their secrets are stored. */
@Singleton
@InWorkspace
class DigestStore {
    private static final int YEARS_KEPT = 1;

    private final DSLContext dsl;
    private final Clock clock;

    DigestStore(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /**
     * Notes the mail of a week to each of these accounts that has none yet, even where another server does the same just now.
     *
     * @return the secrets for those that are new, by the id of the account
     */
    Map<UUID, String> begin(Collection<UUID> accounts, LocalDate monday) {
        dsl.deleteFrom(HOME_DIGEST)
                .where(HOME_DIGEST.MONDAY.lt(monday.minusYears(YEARS_KEPT)))
                .execute();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var secrets = new LinkedHashMap<UUID, String>();
        accounts.forEach(account -> secrets.put(account, Tickets.create()));
        List<HomeDigestRecord> rows = secrets.entrySet().stream()
                .map(entry -> new HomeDigestRecord(
                        Ids.create(clock), entry.getKey(), monday, Tickets.hash(entry.getValue()), now, now, 0L))
                .toList();
        Set<UUID> added = new HashSet<>(dsl.insertInto(HOME_DIGEST)
                .set(rows)
                .onConflictDoNothing()
                .returning(HOME_DIGEST.ACCOUNT_ID)
                .fetch(HOME_DIGEST.ACCOUNT_ID));
        secrets.keySet().retainAll(added);
        return secrets;
    }

    /** Those of the accounts that got their mail of this week. */
    @InWorkspace(readOnly = true)
    Set<UUID> told(LocalDate monday) {
        return dsl.select(HOME_DIGEST.ACCOUNT_ID)
                .from(HOME_DIGEST)
                .where(HOME_DIGEST.MONDAY.eq(monday))
                .fetchSet(HOME_DIGEST.ACCOUNT_ID);
    }

    /** To whom the mail with this secret went. */
    @InWorkspace(readOnly = true)
    Optional<UUID> find(String secret) {
        return dsl.select(HOME_DIGEST.ACCOUNT_ID)
                .from(HOME_DIGEST)
                .where(HOME_DIGEST.TOKEN_HASH.eq(Tickets.hash(secret)))
                .fetchOptional(HOME_DIGEST.ACCOUNT_ID);
    }
}
