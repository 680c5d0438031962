package de.kreiskonzept.platform.concept.together;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.bin.Bin;
import de.kreiskonzept.platform.concept.bin.BinEntry;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a person sees of the bin: the lead everything, an editor the goals, measures and indicators that this account may change. */
@Singleton
@InWorkspace(readOnly = true)
class OwnBin {
    private static final Set<String> CONTENT = Set.of(NodeKind.GOAL.text(), NodeKind.MEASURE.text(), "indicator");

    private final Bin bin;
    private final Editors editors;

    OwnBin(Bin bin, Editors editors) {
        this.bin = bin;
        this.editors = editors;
    }

    /** The latest first. */
    public List<BinEntry> list(SignedIn who) {
        if (who.role().equals(Roles.LEAD)) {
            return bin.list();
        }
        Map<UUID, Boolean> own = new HashMap<>();
        return bin.list().stream()
                .filter(entry -> CONTENT.contains(entry.part().kind()))
                .filter(entry -> entry.section() != null
                        && own.computeIfAbsent(entry.section(), section -> editors.mayChangeSection(who, section)))
                .toList();
    }
}
