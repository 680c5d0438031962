package de.kreiskonzept.platform.onboarding.proposal;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.structure.Templates;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Gives the version that people write in a structure; begins the frame of a concept where there is none. */
@Singleton
@InWorkspace
class Framing {
    private final Concepts concepts;
    private final CurrentWorkspace county;
    private final Texts texts;

    Framing(Concepts concepts, CurrentWorkspace county, Texts texts) {
        this.concepts = concepts;
        this.county = county;
        this.texts = texts;
    }

    /**
     * Chooses the structure of a template and gives the id of the version.
     *
     * @throws de.kreiskonzept.foundation.web.Refusal 409 where the version is adopted
     */
    UUID choose(String template, SignedIn who) {
        UUID version = concepts.findCurrentVersion()
                .orElseGet(() -> concepts.begin(
                        texts.text("proposal.concept.title", county.get().name()),
                        texts.text("proposal.concept.label"),
                        StatedCounts.NONE,
                        new Actor(who.accountId(), who.name())))
                .id();
        concepts.name(version, Templates.get(template));
        return version;
    }
}
