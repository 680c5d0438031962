package de.kreiskonzept.platform.resolution.text;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.resolution.PaperKind;
import de.kreiskonzept.model.resolution.PartKind;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** With which words a paper begins. */
@Singleton
@InWorkspace(readOnly = true)
public class Beginning {
    private final ConceptTexts concept;
    private final StandTexts stand;
    private final Texts texts;

    Beginning(ConceptTexts concept, StandTexts stand, Texts texts) {
        this.concept = concept;
        this.stand = stand;
        this.texts = texts;
    }

    /**
     * The words of a paper about a version, a Stand or something else; one that is not for a decision proposes to take note.
     *
     * @throws Refusal 404 where there is no such version or Stand
     */
    public Proposed of(PaperKind kind, @Nullable UUID version, @Nullable UUID standId) {
        if (standId != null) {
            return stand.propose(standId);
        }
        Proposed proposed = version == null ? blank() : concept.propose(version);
        return kind == PaperKind.DECISION
                ? proposed
                : new Proposed(
                        proposed.title(), proposed.sections(), List.of(texts.text("resolution.text.point.note")));
    }

    private Proposed blank() {
        return new Proposed(
                "",
                List.of(
                        new Proposed.Section(PartKind.FACT, texts.text("resolution.heading.facts"), ""),
                        new Proposed.Section(PartKind.FINANCE, texts.text("resolution.heading.finance"), "")),
                List.of());
    }
}
