package de.kreiskonzept.platform.participation.draft;

import static de.kreiskonzept.schema.workspace.Tables.PARTICIPATION_INVITEE;

import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.model.participation.Invitee;
import de.kreiskonzept.model.participation.InviteeKind;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.ParticipationInviteeRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** All SQL of who is invited, with their links. Only hashes of the secrets are stored. */
@Singleton
@InWorkspace(readOnly = true)
class InviteeStore {
    private final DSLContext dsl;

    InviteeStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** All invitees of a round: people by name, then networks. */
    List<Invitee> list(UUID round) {
        return dsl.selectFrom(PARTICIPATION_INVITEE)
                .where(PARTICIPATION_INVITEE.ROUND_ID.eq(round))
                .orderBy(PARTICIPATION_INVITEE.KIND.desc(), PARTICIPATION_INVITEE.NAME, PARTICIPATION_INVITEE.ID)
                .fetch(InviteeStore::invitee);
    }

    Optional<Invitee> find(UUID id) {
        return dsl.selectFrom(PARTICIPATION_INVITEE)
                .where(PARTICIPATION_INVITEE.ID.eq(id))
                .fetchOptional(InviteeStore::invitee);
    }

    /** Whose link has this secret; empty where it is nobody's. */
    Optional<Invitee> findBySecret(String secret) {
        return dsl.selectFrom(PARTICIPATION_INVITEE)
                .where(PARTICIPATION_INVITEE.TOKEN_HASH.eq(Tickets.hash(secret)))
                .fetchOptional(InviteeStore::invitee);
    }

    @InWorkspace(readOnly = false)
    void insert(List<Invitee> invitees, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        dsl.batchInsert(invitees.stream()
                        .map(one -> new ParticipationInviteeRecord(
                                one.id(),
                                one.roundId(),
                                one.kind().text(),
                                one.name(),
                                one.email(),
                                null,
                                null,
                                null,
                                time,
                                time,
                                0L))
                        .toList())
                .execute();
    }

    /** Gives each of them a new secret; an earlier one is worthless from now on. */
    @InWorkspace(readOnly = false)
    Map<UUID, String> renewSecrets(List<Invitee> invitees, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        var secrets = new LinkedHashMap<UUID, String>();
        invitees.forEach(one -> secrets.put(one.id(), Tickets.create()));
        dsl.batch(secrets.entrySet().stream()
                        .map(one -> dsl.update(PARTICIPATION_INVITEE)
                                .set(PARTICIPATION_INVITEE.TOKEN_HASH, Tickets.hash(one.getValue()))
                                .set(PARTICIPATION_INVITEE.SENT_AT, time)
                                .setNull(PARTICIPATION_INVITEE.REVOKED_AT)
                                .set(PARTICIPATION_INVITEE.MODIFIED_AT, time)
                                .set(PARTICIPATION_INVITEE.VERSION, PARTICIPATION_INVITEE.VERSION.plus(1))
                                .where(PARTICIPATION_INVITEE.ID.eq(one.getKey())))
                        .toList())
                .execute();
        return secrets;
    }

    /** Makes the link of an invitee worthless. */
    @InWorkspace(readOnly = false)
    void revoke(UUID id, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        dsl.update(PARTICIPATION_INVITEE)
                .set(PARTICIPATION_INVITEE.REVOKED_AT, time)
                .set(PARTICIPATION_INVITEE.MODIFIED_AT, time)
                .set(PARTICIPATION_INVITEE.VERSION, PARTICIPATION_INVITEE.VERSION.plus(1))
                .where(PARTICIPATION_INVITEE.ID.eq(id))
                .and(PARTICIPATION_INVITEE.REVOKED_AT.isNull())
                .execute();
    }

    /** The addresses of the people of these rounds that are not deleted. */
    List<String> listAddresses(List<UUID> rounds) {
        return dsl.select(PARTICIPATION_INVITEE.EMAIL)
                .from(PARTICIPATION_INVITEE)
                .where(PARTICIPATION_INVITEE.ROUND_ID.in(rounds))
                .and(PARTICIPATION_INVITEE.EMAIL.ne(""))
                .fetch(PARTICIPATION_INVITEE.EMAIL);
    }

    /** Deletes the addresses of the people of these rounds. */
    @InWorkspace(readOnly = false)
    void forgetAddresses(List<UUID> rounds, Instant now) {
        dsl.update(PARTICIPATION_INVITEE)
                .set(PARTICIPATION_INVITEE.EMAIL, "")
                .set(PARTICIPATION_INVITEE.MODIFIED_AT, now.atOffset(ZoneOffset.UTC))
                .set(PARTICIPATION_INVITEE.VERSION, PARTICIPATION_INVITEE.VERSION.plus(1))
                .where(PARTICIPATION_INVITEE.ROUND_ID.in(rounds))
                .and(PARTICIPATION_INVITEE.EMAIL.ne(""))
                .execute();
    }

    @InWorkspace(readOnly = false)
    void delete(UUID id) {
        dsl.deleteFrom(PARTICIPATION_INVITEE)
                .where(PARTICIPATION_INVITEE.ID.eq(id))
                .execute();
    }

    private static Invitee invitee(ParticipationInviteeRecord row) {
        return new Invitee(
                row.getId(),
                row.getRoundId(),
                InviteeKind.of(row.getKind()),
                row.getName(),
                row.getEmail(),
                row.getTokenHash() != null,
                instant(row.getSentAt()),
                instant(row.getRevokedAt()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
