package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.tenant.ArchiveOffer;
import de.kreiskonzept.model.tenant.DeletionRefused;
import de.kreiskonzept.model.tenant.ExportAnswer;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Announces the deletion of a county's data, records what county and archive say, and calls it off. The workspace stays as it is,
 * suspended or archived, until the removal begins.
 */
@Singleton
@Transactional
public class Deletions {
    /** Longest name of who has asked, in characters. */
    public static final int LONGEST_NAME = 200;

    private static final Set<TenantState> POSSIBLE = EnumSet.of(TenantState.SUSPENDED, TenantState.ARCHIVED);

    private final DeletionStore store;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Clock clock;

    Deletions(DeletionStore store, Tenants tenants, AuditTrail audit, Clock clock) {
        this.store = store;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The wish to have everything deleted.
     *
     * @param slug of the county, typed again by whoever notes the wish
     * @param askedBy who of the county has asked, 1 to {@value #LONGEST_NAME} characters
     * @param reason German, 1 to 1000 characters
     */
    public record Announcement(String slug, String askedBy, String reason) {
        /**
         * What is wrong with it, by field in the order of the form; empty where it can be noted.
         *
         * @param county slug of the county that it is about
         */
        SequencedMap<String, Refusal> faults(String county) {
            var faults = new LinkedHashMap<String, Refusal>();
            if (askedBy.isBlank() || askedBy.length() > LONGEST_NAME || hasNul(askedBy)) {
                faults.put(
                        "askedBy",
                        new Refusal(
                                HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "deletion.askedBy.shape", LONGEST_NAME));
            }
            Decision.findFault(reason).ifPresent(fault -> faults.put("reason", fault));
            if (!slug.strip().equals(county)) {
                faults.put(
                        "slug",
                        new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "confirmation", "deletion.confirmation", county));
            }
            return faults;
        }
    }

    /** Whether the deletion of a workspace of this state can be announced. */
    public static boolean isPossible(TenantState state) {
        return POSSIBLE.contains(state);
    }

    /** Day by which waiting times are reckoned. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** The deletion that was announced last, also one that was called off. */
    public Optional<CountyDeletion> findLatest(UUID tenant) {
        return store.findLatest(tenant);
    }

    /**
     * The deletion that was announced last, also one that was called off.
     *
     * @throws Refusal 404 when there is none
     */
    public CountyDeletion get(UUID tenant) {
        return findLatest(tenant).orElseThrow(Refusal::notFound);
    }

    /** Whether a deletion is announced or being carried out; nothing else happens to the workspace then. */
    public boolean isUnderWay(UUID tenant) {
        return findLatest(tenant).filter(Deletions::isUnderWay).isPresent();
    }

    private static boolean isUnderWay(CountyDeletion deletion) {
        return switch (deletion.deletion().progress()) {
            case OPEN, ERASING -> true;
            case DONE, CANCELLED -> false;
        };
    }

    /**
     * Refuses what would change a workspace whose deletion is announced.
     *
     * @throws Refusal 409
     */
    public void checkNotUnderWay(UUID tenant) {
        if (isUnderWay(tenant)) {
            throw new Refusal(HttpStatus.CONFLICT, "deletion", "deletion.underWay");
        }
    }

    /**
     * Announces a deletion.
     *
     * @param version of the tenant that the operator has read
     * @throws Refusal 404, 409 where the state does not allow it or one is announced, 412, 422 where the slug is another one or a text is
     *     missing
     */
    public CountyDeletion announce(UUID tenantId, long version, Announcement wish, Actor actor) {
        var tenant = tenants.lock(tenantId);
        if (!isPossible(tenant.state())) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "wrong-state",
                    "registry.refused." + tenant.state().text());
        }
        checkNotUnderWay(tenantId);
        Versions.check(version, tenant.version());
        wish.faults(tenant.slug()).values().stream().findFirst().ifPresent(fault -> {
            throw fault;
        });
        store.create(
                tenantId,
                new CountyDeletion.Request(wish.askedBy().strip(), wish.reason().strip(), actor.name()));
        audit.record(actor, "deletion.announced", tenantId.toString(), "");
        return get(tenantId);
    }

    /**
     * Records whether the county has taken its data along. It has, where an export was written since the deletion was announced.
     *
     * @param version of the deletion that the operator has read
     * @throws Refusal 404, 409 where it is too late or no export was written, 412
     */
    public CountyDeletion answerExport(UUID tenantId, long version, boolean taken, Actor actor) {
        return change(
                tenantId, version, actor, taken ? "deletion.export-taken" : "deletion.export-declined", latest -> {
                    var answer = taken ? taken(latest) : new ExportAnswer.Declined(today());
                    return latest.with(latest.deletion().answered(answer));
                });
    }

    private ExportAnswer taken(CountyDeletion latest) {
        var digest = store.findExport(latest.tenantId(), latest.announcedAt())
                .orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "deletion", "deletion.refused.no_export"));
        return new ExportAnswer.Taken(today(), digest);
    }

    /**
     * Records the offer to an archive, or its answer, with which the waiting time begins.
     *
     * @param version of the deletion that the operator has read
     * @throws Refusal 404, 409 where the county has not answered, the archive takes over what nobody has, a day lies in the future or it is
     *     too late, 412, 422 where the reason is too long
     */
    public CountyDeletion offer(UUID tenantId, long version, ArchiveOffer offer, Actor actor) {
        if (offer.reason().length() > Decision.LONGEST_REASON || hasNul(offer.reason() + offer.archive())) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY, "reason", "signup.reason.shape", Decision.LONGEST_REASON);
        }
        return change(
                tenantId,
                version,
                actor,
                "deletion.archive-" + offer.answer().text(),
                latest -> latest.with(latest.deletion().offered(offer, today())));
    }

    /**
     * Calls a deletion off; the workspace stays as it is.
     *
     * @param version of the deletion that the operator has read
     * @throws Refusal 404, 409 where the removal has begun, 412
     */
    public CountyDeletion cancel(UUID tenantId, long version, Actor actor) {
        return change(
                tenantId,
                version,
                actor,
                "deletion.cancelled",
                latest -> latest.with(latest.deletion().cancelled()));
    }

    /** The certificate of a deletion as JSON; empty while it is not done. */
    public Optional<String> findCertificate(UUID tenant) {
        return store.findCertificate(tenant);
    }

    private CountyDeletion change(
            UUID tenantId, long version, Actor actor, String action, UnaryOperator<CountyDeletion> rule) {
        tenants.lock(tenantId);
        var latest = get(tenantId);
        Versions.check(version, latest.version());
        try {
            store.update(latest.id(), rule.apply(latest).deletion());
        } catch (DeletionRefused e) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "deletion",
                    "deletion.refused." + e.why().text());
        }
        audit.record(actor, action, tenantId.toString(), "");
        return get(tenantId);
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
