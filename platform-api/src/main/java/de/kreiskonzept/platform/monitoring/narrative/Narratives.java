package de.kreiskonzept.platform.monitoring.narrative;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.monitoring.Ampel;
import de.kreiskonzept.platform.monitoring.stand.Stand;
import de.kreiskonzept.platform.monitoring.stand.StandChanges;
import de.kreiskonzept.platform.monitoring.stand.Stands;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is written about a Stand: the data's own proposal until people write something else. */
@Singleton
@InWorkspace(readOnly = true)
public class Narratives {
    /** Name of the part that is all of it, in addresses. */
    public static final String WHOLE = "gesamt";

    private final NarrativeStore store;
    private final Stands stands;
    private final Concepts concepts;
    private final AuditTrail audit;
    private final Texts texts;
    private final Clock clock;

    Narratives(NarrativeStore store, Stands stands, Concepts concepts, AuditTrail audit, Texts texts, Clock clock) {
        this.store = store;
        this.stands = stands;
        this.concepts = concepts;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * One part with its texts.
     *
     * @param sectionId top section; null for all of it
     * @param proposed what the data say
     * @param written what people wrote; null where nobody did
     */
    public record Part(
            @Nullable UUID sectionId,
            String name,
            NarrativeTexts proposed,
            @Nullable Narrative written) {
        /** What stands in the Ampel document. */
        public NarrativeTexts texts() {
            return written == null ? proposed : written.texts();
        }

        /** Its name in addresses. */
        public String key() {
            return sectionId == null ? WHOLE : sectionId.toString();
        }

        /** Version of what people wrote, 0 where nobody did. */
        public long version() {
            return written == null ? 0 : written.version();
        }
    }

    /**
     * All texts of a Stand.
     *
     * @param before the Stand before it; null where there is none
     * @param ampel of the Stand
     * @param profile how its version calls things
     * @param parts all of it first, then the top sections in their order
     */
    public record Book(Stands.Whole whole, @Nullable Stand before, Ampel ampel, Profile profile, List<Part> parts) {
        /**
         * The part of this name.
         *
         * @throws Refusal 404 where there is none
         */
        public Part get(String key) {
            return Nodes.found(
                    parts.stream().filter(part -> part.key().equals(key)).findFirst());
        }

        /** Parts about which nobody has written, so that the proposal of the data stands. */
        public List<Part> unwritten() {
            return parts.stream().filter(part -> part.written() == null).toList();
        }

        /** The same Stand with other texts and colours; a part of which there are no texts says nothing. */
        public Book saying(Map<String, NarrativeTexts> said, Ampel coloured) {
            var others = parts.stream()
                    .map(part -> new Part(
                            part.sectionId(), part.name(), said.getOrDefault(part.key(), NarrativeTexts.NONE), null))
                    .toList();
            return new Book(whole, before, coloured, profile, others);
        }
    }

    /**
     * What is written about a Stand.
     *
     * @throws Refusal 404 where there is none
     */
    public Book get(UUID standId) {
        Stands.Whole whole = stands.get(standId);
        UUID version = whole.stand().versionId();
        Profile profile = version == null ? concepts.validProfile() : concepts.profile(version);
        Optional<Stand> before = stands.findBefore(whole.stand());
        StandChanges changes =
                before.map(one -> stands.compare(one.id(), standId).changes()).orElse(null);
        Ampel ampel = whole.rows().ampel();
        var facts = new PartFacts(whole.rows(), ampel, changes);
        List<Narrative> written = store.list(standId);
        var parts = new ArrayList<Part>();
        String title = whole.rows().title();
        parts.add(new Part(
                null,
                title,
                new Wording(texts, profile, title).of(facts.whole()),
                written.stream()
                        .filter(one -> one.sectionId() == null)
                        .findFirst()
                        .orElse(null)));
        for (Ampel.OfSection section : ampel.sections()) {
            parts.add(new Part(
                    section.id(),
                    section.name(),
                    new Wording(texts, profile, section.name()).of(facts.of(section)),
                    written.stream()
                            .filter(one -> section.id().equals(one.sectionId()))
                            .findFirst()
                            .orElse(null)));
        }
        return new Book(whole, before.orElse(null), ampel, profile, List.copyOf(parts));
    }

    /**
     * Stores what a person wrote about a part; nothing happens where it says the same.
     *
     * @param part name in addresses
     * @param version of what was shown
     * @throws Refusal 404 where there is no such Stand or part, 412 where somebody else was faster
     */
    @InWorkspace(readOnly = false)
    public Part tell(UUID standId, String part, long version, NarrativeTexts said, SignedIn who) {
        Part before = get(standId).get(part);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        Narrative written = before.written();
        if (written != null && written.texts().equals(said)) {
            return before;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = written == null ? Ids.create(now) : written.id();
        store.put(new Narrative(id, standId, before.sectionId(), said, who.name(), now, version));
        audit.record(new Actor(who.accountId(), who.name()), "narrative.written", standId.toString(), "part " + part);
        return get(standId).get(part);
    }
}
