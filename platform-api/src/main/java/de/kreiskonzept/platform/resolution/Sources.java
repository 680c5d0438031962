package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.platform.concept.VersionStore;
import de.kreiskonzept.platform.monitoring.stand.Stand;
import de.kreiskonzept.platform.monitoring.stand.Stands;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** What papers can be made from: versions of the concept and Stände. */
@Singleton
@InWorkspace(readOnly = true)
public class Sources {
    private final VersionStore versions;
    private final Stands stands;
    private final Texts texts;

    Sources(VersionStore versions, Stands stands, Texts texts) {
        this.versions = versions;
        this.stands = stands;
        this.texts = texts;
    }

    /** All there is, to choose from. */
    public List<Choice> list() {
        return Stream.concat(
                        versions.list().stream()
                                .map(one -> Choice.of(
                                                PaperForm.version(one.version().id()), version(one))
                                        .inGroup(texts.text("resolution.source.versions"))),
                        stands.list().stream()
                                .map(one -> Choice.of(PaperForm.stand(one.id()), stand(one))
                                        .inGroup(texts.text("resolution.source.stands"))))
                .toList();
    }

    /** What a paper was made from; empty for nothing, or what is gone. */
    public String name(CouncilPaper paper) {
        if (paper.standId() != null) {
            return stand(stands.getHead(paper.standId()));
        }
        return paper.versionId() == null
                ? ""
                : versions.findSummary(paper.versionId()).map(this::version).orElse("");
    }

    private String version(VersionStore.Summary one) {
        return texts.text(
                "resolution.source.version", one.title(), one.version().label());
    }

    private String stand(Stand one) {
        return texts.text("resolution.source.stand", one.name(), GermanTime.DAY.format(one.cutoff()));
    }
}
