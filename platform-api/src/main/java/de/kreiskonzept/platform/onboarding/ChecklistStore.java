package de.kreiskonzept.platform.onboarding;

import static de.kreiskonzept.schema.workspace.Tables.ONBOARDING_CHECKLIST;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.catalogue.Catalogue;
import de.kreiskonzept.model.catalogue.CatalogueVersions;
import de.kreiskonzept.model.onboarding.Checklist;
import de.kreiskonzept.model.onboarding.ChecklistYaml;
import de.kreiskonzept.model.yaml.Unreadable;
import de.kreiskonzept.platform.catalogue.TakenCatalogue;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checklist of the county: its own one, or the usual one that is shipped. */
@Singleton
@InWorkspace(readOnly = true)
class ChecklistStore {
    private static final Logger LOG = LoggerFactory.getLogger(ChecklistStore.class);
    private static final String OWN = "own";

    private final DSLContext dsl;
    private final TakenCatalogue catalogue;
    private final CatalogueVersions versions;

    ChecklistStore(DSLContext dsl, TakenCatalogue catalogue, CatalogueVersions versions) {
        this.dsl = dsl;
        this.catalogue = catalogue;
        this.versions = versions;
    }

    /**
     * The text of the county's own checklist.
     *
     * @param version row version
     */
    record Text(String content, long version) {}

    /**
     * The checklist that holds.
     *
     * @param version of the catalogue that it belongs to; 0 for the county's own
     */
    record Holding(Checklist checklist, int version) {
        private static Holding of(Catalogue taken) {
            return new Holding(taken.checklist(), taken.version());
        }
    }

    /** The county's own checklist, or that of the catalogue that it has taken. */
    Holding get() {
        return find().flatMap(ChecklistStore::read)
                .map(own -> new Holding(own, 0))
                .orElseGet(() -> Holding.of(catalogue.get()));
    }

    /** The checklist that holds, with the questions of earlier versions that are answered; the county's own stays as it is. */
    Checklist keeping(Holding holding, Set<String> answered) {
        return holding.version() == 0 ? holding.checklist() : versions.checklist(holding.version(), answered);
    }

    // A later version of the platform may read less; then the usual checklist holds until somebody mends the text.
    private static Optional<Checklist> read(Text text) {
        try {
            return Optional.of(ChecklistYaml.read(text.content()));
        } catch (Unreadable e) {
            LOG.warn("A checklist of a county cannot be read any more: {}", e.fault());
            return Optional.empty();
        }
    }

    /** The text of the county's own checklist; empty where it has none. */
    Optional<Text> find() {
        return dsl.selectFrom(ONBOARDING_CHECKLIST).fetchOptional(row -> new Text(row.getContent(), row.getVersion()));
    }

    /**
     * Stores the county's own checklist.
     *
     * @param version that was shown; 0 where there was none
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    public void put(String content, long version, SignedIn who, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        var row = ONBOARDING_CHECKLIST.newRecord();
        row.setName(OWN);
        row.setContent(content);
        row.setAccountName(who.name());
        row.setModifiedAt(time);
        row.setVersion(version + 1);
        if (version == 0) {
            row.setCreatedAt(time);
        }
        int stored = version == 0
                ? dsl.insertInto(ONBOARDING_CHECKLIST)
                        .set(row)
                        .onConflictDoNothing()
                        .execute()
                : dsl.update(ONBOARDING_CHECKLIST)
                        .set(row)
                        .where(ONBOARDING_CHECKLIST.VERSION.eq(version))
                        .execute();
        if (stored == 0) {
            throw Refusal.stale();
        }
    }

    /**
     * Goes back to the usual checklist; answers stay.
     *
     * @throws Refusal 412 where it has changed in between
     */
    @InWorkspace(readOnly = false)
    public void delete(long version) {
        if (dsl.deleteFrom(ONBOARDING_CHECKLIST)
                        .where(ONBOARDING_CHECKLIST.VERSION.eq(version))
                        .execute()
                == 0) {
            throw Refusal.stale();
        }
    }
}
