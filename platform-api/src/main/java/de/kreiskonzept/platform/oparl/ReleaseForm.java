package de.kreiskonzept.platform.oparl;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.oparl.object.CouncilRelease;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody enters about the release, still as text.
 *
 * @param committees ids of those that are to be public
 * @param named ids of those whose members are to be named
 */
public record ReleaseForm(boolean released, List<String> committees, List<String> named, long version) {
    static ReleaseForm of(CouncilRelease release) {
        return new ReleaseForm(
                release.isReleased(),
                release.ids().stream().map(UUID::toString).toList(),
                release.ids().stream()
                        .filter(release::names)
                        .map(UUID::toString)
                        .toList(),
                release.version());
    }

    static ReleaseForm of(Map<String, ?> fields) {
        return new ReleaseForm(
                !FieldChecks.field(fields, "released").isEmpty(),
                FieldChecks.list(fields, "committees"),
                FieldChecks.list(fields, "named"),
                FieldChecks.version(fields));
    }

    /** What is wrong; {@code known} are the committees of the county. */
    FormErrors errors(Texts texts, Set<UUID> known) {
        FormErrors errors = FormErrors.none();
        if (!known.containsAll(ids(committees)) || ids(committees).size() != new HashSet<>(committees).size()) {
            errors = errors.with("committees", texts.text("oparl.fault.committees"));
        }
        return new HashSet<>(committees).containsAll(named)
                ? errors
                : errors.with("named", texts.text("oparl.fault.named"));
    }

    private static Set<UUID> ids(List<String> texts) {
        var ids = new HashSet<UUID>();
        for (String text : texts) {
            UUID id = Inputs.id(text);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The same after somebody has seen this version. */
    ReleaseForm at(long seen) {
        return new ReleaseForm(released, committees, named, seen);
    }

    /** What it says, once it is checked. */
    CouncilRelease release() {
        Set<UUID> names = ids(named);
        var marked = new HashMap<UUID, Boolean>();
        ids(committees).forEach(id -> marked.put(id, names.contains(id)));
        return new CouncilRelease(released, marked, Instant.EPOCH, Instant.EPOCH, version);
    }
}
