package de.kreiskonzept.platform.onboarding.stakeholder;

import static de.kreiskonzept.schema.workspace.Tables.ONBOARDING_CONTACT;
import static de.kreiskonzept.schema.workspace.Tables.ONBOARDING_STAKEHOLDER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.onboarding.Stakeholder;
import de.kreiskonzept.model.onboarding.Stakeholder.Attitude;
import de.kreiskonzept.model.onboarding.Stakeholder.Kind;
import de.kreiskonzept.model.onboarding.Stakeholder.Place;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.OnboardingStakeholderRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** All SQL of stakeholders and talks with them. */
@Singleton
@InWorkspace(readOnly = true)
class StakeholderStore {
    private static final Field<Integer> CONTACTS = field(select(count())
                    .from(ONBOARDING_CONTACT)
                    .where(ONBOARDING_CONTACT.STAKEHOLDER_ID.eq(ONBOARDING_STAKEHOLDER.ID)))
            .as("contacts");

    private final DSLContext dsl;

    StakeholderStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** All stakeholders, those of the administration first, then by name. */
    List<Listed> list() {
        return fetch(DSL.noCondition());
    }

    /** The stakeholder with this id. */
    Optional<Listed> find(UUID id) {
        return fetch(ONBOARDING_STAKEHOLDER.ID.eq(id)).stream().findFirst();
    }

    private List<Listed> fetch(Condition which) {
        return dsl.select(ONBOARDING_STAKEHOLDER.fields())
                .select(CONTACTS)
                .from(ONBOARDING_STAKEHOLDER)
                .where(which)
                .orderBy(ONBOARDING_STAKEHOLDER.PLACE, ONBOARDING_STAKEHOLDER.NAME, ONBOARDING_STAKEHOLDER.ID)
                .fetch(StakeholderStore::listed);
    }

    /** All talks with a stakeholder, the latest first. */
    List<Contact> listContacts(UUID id) {
        return dsl.selectFrom(ONBOARDING_CONTACT)
                .where(ONBOARDING_CONTACT.STAKEHOLDER_ID.eq(id))
                .orderBy(ONBOARDING_CONTACT.HELD_ON.desc(), ONBOARDING_CONTACT.ID.desc())
                .fetch(row -> new Contact(row.getHeldOn(), row.getWords(), row.getAccountName()));
    }

    @InWorkspace(readOnly = false)
    public UUID insert(Stakeholder stakeholder, Instant now) {
        OnboardingStakeholderRecord row = row(stakeholder, now);
        row.setId(Ids.create(now));
        row.setCreatedAt(now.atOffset(ZoneOffset.UTC));
        row.setVersion(0L);
        dsl.insertInto(ONBOARDING_STAKEHOLDER).set(row).execute();
        return row.getId();
    }

    /**
     * Stores a changed stakeholder.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    public void update(UUID id, long version, Stakeholder stakeholder, Instant now) {
        OnboardingStakeholderRecord row = row(stakeholder, now);
        row.setVersion(version + 1);
        stale(dsl.update(ONBOARDING_STAKEHOLDER)
                .set(row)
                .where(ONBOARDING_STAKEHOLDER.ID.eq(id))
                .and(ONBOARDING_STAKEHOLDER.VERSION.eq(version))
                .execute());
    }

    /**
     * Deletes a stakeholder with the talks.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    public void delete(UUID id, long version) {
        stale(dsl.deleteFrom(ONBOARDING_STAKEHOLDER)
                .where(ONBOARDING_STAKEHOLDER.ID.eq(id))
                .and(ONBOARDING_STAKEHOLDER.VERSION.eq(version))
                .execute());
    }

    @InWorkspace(readOnly = false)
    public void addContact(UUID stakeholder, Contact contact, Instant now) {
        var row = ONBOARDING_CONTACT.newRecord();
        row.setId(Ids.create(now));
        row.setStakeholderId(stakeholder);
        row.setHeldOn(contact.heldOn());
        row.setWords(contact.words());
        row.setAccountName(contact.author());
        row.setCreatedAt(now.atOffset(ZoneOffset.UTC));
        row.setModifiedAt(now.atOffset(ZoneOffset.UTC));
        row.setVersion(0L);
        dsl.insertInto(ONBOARDING_CONTACT).set(row).execute();
    }

    private static void stale(int changed) {
        if (changed == 0) {
            throw Refusal.stale();
        }
    }

    private static OnboardingStakeholderRecord row(Stakeholder stakeholder, Instant now) {
        var row = ONBOARDING_STAKEHOLDER.newRecord();
        row.setName(stakeholder.name());
        row.setKind(stakeholder.kind().text());
        row.setPlace(stakeholder.place().text());
        row.setInterest(stakeholder.interest());
        row.setInfluence(stakeholder.influence());
        row.setAttitude(stakeholder.attitude().text());
        row.setCause(stakeholder.cause());
        row.setModifiedAt(now.atOffset(ZoneOffset.UTC));
        return row;
    }

    private static Listed listed(Record found) {
        OnboardingStakeholderRecord row = found.into(ONBOARDING_STAKEHOLDER);
        var stakeholder = new Stakeholder(
                row.getName(),
                Kind.find(row.getKind()).orElseThrow(),
                Place.find(row.getPlace()).orElseThrow(),
                row.getInterest(),
                row.getInfluence(),
                Attitude.find(row.getAttitude()).orElseThrow(),
                row.getCause());
        return new Listed(
                row.getId(), stakeholder, Objects.requireNonNullElse(found.get(CONTACTS), 0), row.getVersion());
    }
}
