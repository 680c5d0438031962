package de.kreiskonzept.platform.situation;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.situation.ChartKind;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.bin.Bin;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Numbers, data and facts of a version; like its texts they are changed by the lead alone, and only until the version is frozen. */
@Singleton
@InWorkspace
public class Figures {
    private final FigureStore store;
    private final Nodes nodes;
    private final Bin bin;
    private final AuditTrail audit;
    private final Clock clock;

    Figures(FigureStore store, Nodes nodes, Bin bin, AuditTrail audit, Clock clock) {
        this.store = store;
        this.nodes = nodes;
        this.bin = bin;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Where figures go.
     *
     * @param version null where a section is given
     * @param section null for the version as a whole
     */
    public record Place(@Nullable UUID version, @Nullable UUID section) {}

    /** What history and bin say of a figure. */
    public static Subject subject(UUID id) {
        return new Subject("figure", id);
    }

    /** All figures of a version. */
    @InWorkspace(readOnly = true)
    public List<Figure> list(UUID versionId) {
        nodes.version(versionId);
        return store.list(versionId);
    }

    /** One figure with its values. */
    @InWorkspace(readOnly = true)
    public Figure get(UUID id) {
        Figure figure = Nodes.found(store.find(id));
        nodes.version(figure.versionId());
        return figure;
    }

    /** Refuses who may not add figures here, and gives the version they will belong to. */
    @InWorkspace(readOnly = true)
    public UUID requireCreate(Place place, SignedIn who) {
        UUID section = place.section();
        UUID version = section == null
                ? Nodes.found(Optional.ofNullable(place.version()))
                : nodes.section(section).versionId();
        Editors.requireLead(who);
        return nodes.editable(version).id();
    }

    /** Refuses who may not change the figure, and gives it. */
    @InWorkspace(readOnly = true)
    public Figure requireChange(UUID id, SignedIn who) {
        Figure figure = get(id);
        Editors.requireLead(who);
        nodes.editable(figure.versionId());
        return figure;
    }

    /** Creates a figure and gives its id. */
    public UUID create(Place place, FigureForm form, SignedIn who) {
        UUID version = requireCreate(place, who);
        var blank = new Figure(
                Ids.create(clock),
                version,
                place.section(),
                store.count(version),
                form.name(),
                "",
                "",
                ChartKind.BAR,
                List.of(),
                0);
        store.insert(form.figure(blank), now());
        record(who, "created", blank);
        return blank.id();
    }

    /** Changes a figure; stale if it is no longer in this version. */
    public void change(UUID id, long version, FigureForm form, SignedIn who) {
        Figure old = requireChange(id, who);
        if (old.version() != version || !store.update(old, form.figure(old), now())) {
            throw Nodes.stale();
        }
        record(who, "changed", old);
    }

    /** Stores a new figure with its values. */
    public void add(Figure figure, SignedIn who) {
        requireCreate(new Place(figure.versionId(), figure.sectionId()), who);
        store.insert(figure, now());
        record(who, "created", figure);
    }

    /** Stores a figure with other values; stale if it is no longer in this version. */
    public void replace(Figure figure, SignedIn who) {
        Figure old = requireChange(figure.id(), who);
        if (!store.update(old, figure, now())) {
            throw Nodes.stale();
        }
        record(who, "changed", figure);
    }

    /** Puts a figure into the bin; stale if it is no longer in this version. */
    public void delete(UUID id, long version, SignedIn who) {
        Figure old = requireChange(id, who);
        Instant now = now();
        if (old.version() != version
                || !store.mark(old, now, now)
                || !bin.put(subject(id), now.atOffset(ZoneOffset.UTC), who)) {
            throw Nodes.stale();
        }
        record(who, "deleted", old);
    }

    /** Takes a deletion back; nothing happens where it is not deleted. */
    public void restore(UUID id, SignedIn who) {
        Optional<Figure> deleted = store.findDeleted(id);
        if (deleted.isEmpty()) {
            get(id);
            return;
        }
        Editors.requireLead(who);
        nodes.editable(deleted.get().versionId());
        bin.take(subject(id));
        store.mark(deleted.get(), null, now());
        record(who, "restored", deleted.get());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(SignedIn who, String done, Figure figure) {
        audit.record(
                new Actor(who.accountId(), who.name()),
                "figure." + done,
                figure.id().toString(),
                "version " + figure.versionId());
    }
}
