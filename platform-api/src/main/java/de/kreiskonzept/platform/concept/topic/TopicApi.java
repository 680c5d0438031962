package de.kreiskonzept.platform.concept.topic;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.topic.Topic;
import de.kreiskonzept.model.topic.TopicCatalogue;
import de.kreiskonzept.model.topic.TopicChoice;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shared catalogue, and which of its topics the names of a version mean, for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class TopicApi {
    private final Topics topics;

    TopicApi(Topics topics) {
        this.topics = topics;
    }

    /** A topic of the shared catalogue. */
    @Serdeable
    @Schema(name = "Topic")
    record TopicView(String key, String name, List<String> spellings) {
        static TopicView of(Topic topic) {
            return new TopicView(topic.key(), topic.name(), topic.spellings());
        }
    }

    /**
     * A name of the county.
     *
     * @param state open, unmapped (deliberately without a topic) or mapped
     * @param topic key; null unless mapped
     * @param proposed key of the topic that the name probably means; null where none is likely
     */
    @Serdeable
    @Schema(name = "TopicName")
    record NameView(
            String name,
            String state,
            @Nullable String topic,
            @Nullable String proposed) {
        static NameView of(TopicLine line) {
            return new NameView(
                    line.section().name(),
                    line.choice().state(),
                    line.choice() instanceof TopicChoice.Mapped(String key) ? key : null,
                    line.proposed().map(Topic::key).orElse(null));
        }
    }

    /** All names of a version, in the order of the tree. */
    @Serdeable
    @Schema(name = "TopicNames")
    record NamesView(int catalogue, List<NameView> names, long version) {
        static NamesView of(Topics.Shown shown) {
            return new NamesView(
                    shown.catalogue().version(),
                    shown.lines().stream().map(NameView::of).toList(),
                    shown.version());
        }
    }

    /**
     * What a name means.
     *
     * @param topic key; none for deliberately without, empty for open
     */
    @Serdeable
    @Schema(name = "TopicNameInput")
    record NameInput(@Nullable String name, @Nullable String topic) {}

    /** What programs send: the names they say something about. */
    @Serdeable
    @Schema(name = "TopicNamesInput")
    record NamesInput(@Nullable List<NameInput> names) {}

    @Get("/topics")
    @Operation(summary = "Gemeinsame Themen, die für alle Landkreise gelten")
    @Operations.Listing
    HttpResponse<List<TopicView>> listTopics(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county) {
        return Answers.part(
                request, topics.catalogue().topics().stream().map(TopicView::of).toList());
    }

    @Get("/versions/{id}/topics")
    @Operation(summary = "Gemeinsame Themen, die die Abschnitte einer Fassung meinen")
    @Operations.Reading
    HttpResponse<NamesView> getNames(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(NamesView.of(topics.get(id)), NamesView::version);
    }

    @Put("/versions/{id}/topics")
    @Secured(Roles.LEAD)
    @Operation(
            summary = "Abschnitten gemeinsame Themen zuordnen",
            description = "Nicht genannte Namen bleiben, wie sie sind. Die Zuordnung gilt für alle Fassungen.")
    @Operations.Changing
    @Operations.InDraft
    HttpResponse<NamesView> changeNames(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body NamesInput input) {
        long version = Versions.required(headers);
        TopicCatalogue catalogue = topics.get(id).catalogue();
        var choices = new LinkedHashMap<String, TopicChoice>();
        for (NameInput one : Objects.requireNonNullElse(input.names(), List.<NameInput>of())) {
            choices.put(
                    Answers.text(one.name(), ""),
                    TopicChoice.find(Answers.text(one.topic(), ""), catalogue)
                            .orElseThrow(
                                    () -> new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "topic.refused")));
        }
        topics.change(id, version, choices, who);
        return getNames(county, id);
    }
}
