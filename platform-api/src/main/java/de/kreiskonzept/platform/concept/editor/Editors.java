package de.kreiskonzept.platform.concept.editor;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may change goals, measures and lights: the lead everything, an editor what is assigned to the own account, the others nothing.
 * Pages and operations of all features ask here.
 */
@Singleton
@InWorkspace
public class Editors {
    private final EditorStore store;
    private final AuditTrail audit;

    Editors(EditorStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /**
     * An account that may be assigned.
     *
     * @param assigned whether it is, to the part that was asked for
     */
    public record Candidate(UUID account, String name, boolean assigned) {}

    /** Whether the person may change the goals and measures of this section. */
    @InWorkspace(readOnly = true)
    public boolean mayChangeSection(SignedIn who, UUID section) {
        return may(who, section, null);
    }

    /** Whether the person may change the words and the light of this measure. */
    @InWorkspace(readOnly = true)
    public boolean mayChangeMeasure(SignedIn who, UUID measure) {
        return may(who, null, measure);
    }

    /** Refuses (403) who may not change the goals and measures of this section. */
    @InWorkspace(readOnly = true)
    public void requireSection(SignedIn who, UUID section) {
        require(may(who, section, null));
    }

    /** Refuses (403) who may not change the words and the light of this measure. */
    @InWorkspace(readOnly = true)
    public void requireMeasure(SignedIn who, UUID measure) {
        require(may(who, null, measure));
    }

    /** Refuses (403) who may not change structure and texts; that is for the lead alone. */
    public static void requireLead(SignedIn who) {
        if (!who.role().equals(Roles.LEAD)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "lead-only", "concept.refused.lead");
        }
    }

    /** All active editors by name, each with whether this part is assigned to it. */
    @InWorkspace(readOnly = true)
    public List<Candidate> list(Part part, UUID id) {
        return store.list(part, id);
    }

    /**
     * The editors that this part itself is assigned to, by name.
     *
     * @throws Refusal 404 where the part does not exist
     */
    @InWorkspace(readOnly = true)
    public List<Candidate> listAssigned(Part part, UUID id) {
        return existing(part, id).stream().filter(Candidate::assigned).toList();
    }

    /**
     * Assigns the part to exactly these accounts.
     *
     * @throws Refusal 404 where the part does not exist or an account is no active editor
     */
    public void assign(Part part, UUID id, Set<UUID> accounts, SignedIn who) {
        var before = existing(part, id);
        var known = before.stream().map(Candidate::account).collect(Collectors.toSet());
        if (!known.containsAll(accounts)) {
            throw Refusal.notFound();
        }
        var assigned = before.stream()
                .filter(Candidate::assigned)
                .map(Candidate::account)
                .toList();
        var less =
                assigned.stream().filter(account -> !accounts.contains(account)).toList();
        var more =
                accounts.stream().filter(account -> !assigned.contains(account)).toList();
        store.remove(part, id, less);
        store.add(part, id, more);
        if (!less.isEmpty() || !more.isEmpty()) {
            audit.recordAsOne(
                    new Actor(who.accountId(), who.name()), part.text() + ".editors", id.toString(), "", () -> {
                        less.forEach(account -> record(who, part, id, "unassigned", account));
                        more.forEach(account -> record(who, part, id, "assigned", account));
                    });
        }
    }

    /**
     * Assigns the part to one more account; nothing happens where it is assigned already.
     *
     * @throws Refusal 404 where the part does not exist or the account is no active editor
     */
    public void add(Part part, UUID id, UUID account, SignedIn who) {
        boolean known = existing(part, id).stream()
                .filter(candidate -> candidate.account().equals(account))
                .findFirst()
                .orElseThrow(Refusal::notFound)
                .assigned();
        if (!known) {
            store.add(part, id, List.of(account));
            record(who, part, id, "assigned", account);
        }
    }

    /** Takes the part from the account; nothing happens where it is not assigned. */
    public void remove(Part part, UUID id, UUID account, SignedIn who) {
        existing(part, id);
        if (store.remove(part, id, List.of(account)) > 0) {
            record(who, part, id, "unassigned", account);
        }
    }

    private List<Candidate> existing(Part part, UUID id) {
        if (!store.exists(part, id)) {
            throw Refusal.notFound();
        }
        return store.list(part, id);
    }

    private boolean may(SignedIn who, @Nullable UUID section, @Nullable UUID measure) {
        return switch (who.role()) {
            case Roles.LEAD -> true;
            case Roles.EDITOR ->
                who.visit() == null
                        ? store.covers(who.accountId(), section, measure)
                        : who.visit().writing();
            default -> false;
        };
    }

    private static void require(boolean may) {
        if (!may) {
            throw new Refusal(HttpStatus.FORBIDDEN, "not-assigned", "concept.refused.notAssigned");
        }
    }

    private void record(SignedIn who, Part part, UUID id, String what, UUID account) {
        audit.record(
                new Actor(who.accountId(), who.name()), part.text() + "." + what, id.toString(), account.toString());
    }
}
