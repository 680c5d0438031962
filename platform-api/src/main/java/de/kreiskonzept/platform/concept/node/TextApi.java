package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.concept.node.Editing.Place;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Text blocks for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class TextApi {
    private final Concepts concepts;
    private final Nodes nodes;
    private final Editing editing;
    private final Deletion deletion;
    private final Placement placement;
    private final Texts texts;

    TextApi(Concepts concepts, Nodes nodes, Editing editing, Deletion deletion, Placement placement, Texts texts) {
        this.concepts = concepts;
        this.nodes = nodes;
        this.editing = editing;
        this.deletion = deletion;
        this.placement = placement;
        this.texts = texts;
    }

    /**
     * A text block as programs read it; it belongs to the version, to a section or to a goal; one of the version may stand in a chapter.
     */
    @Serdeable
    @Schema(name = "TextBlock")
    record TextView(
            String id,
            String versionId,
            @Nullable String sectionId,
            @Nullable String goalId,
            @Nullable String chapterId,
            int position,
            String name,
            String text,
            Instant modifiedAt,
            long version) {
        static TextView of(TextBlock text) {
            return new TextView(
                    text.id().toString(),
                    text.versionId().toString(),
                    Answers.text(text.sectionId()),
                    Answers.text(text.goalId()),
                    Answers.text(text.chapterId()),
                    text.position(),
                    text.name(),
                    text.text(),
                    text.modifiedAt(),
                    text.version());
        }
    }

    /**
     * What programs send for a text block; owners are needed for a new one and not changed later, the chapter may.
     *
     * @param chapterId where it is missing, a text stays in the chapter it stands in
     * @param withoutChapter true takes a text out of its chapter
     */
    @Serdeable
    @Schema(name = "TextBlockInput")
    record TextInput(
            @Nullable UUID versionId,
            @Nullable UUID sectionId,
            @Nullable UUID goalId,
            @Nullable UUID chapterId,
            @Nullable Boolean withoutChapter,
            @Schema(maxLength = TextLimits.NAME) @Nullable String name,

            @Schema(minLength = 1, maxLength = TextLimits.TEXT) @Nullable
            String text) {
        NodeForm form() {
            return new NodeForm("", "", Answers.text(name, ""), Answers.text(text, ""), "", "", "", "", List.of())
                    .in(Answers.text(chapterId, ""));
        }

        NodeForm form(TextBlock stored) {
            boolean stays = chapterId == null && !Boolean.TRUE.equals(withoutChapter);
            return stays ? form().in(Answers.text(stored.chapterId(), "")) : form();
        }
    }

    @Get("/versions/{id}/texts")
    @Operation(summary = "Texte einer Fassung mit denen der Abschnitte und Ziele")
    @Operations.Listing
    HttpResponse<List<TextView>> listTexts(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        nodes.version(id);
        return Answers.part(
                request, concepts.listTexts(id).stream().map(TextView::of).toList());
    }

    @Get("/texts/{id}")
    @Operation(summary = "Text lesen")
    @Operations.Reading
    HttpResponse<TextView> getText(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(TextView.of(nodes.text(id)), TextView::version);
    }

    @Post("/texts")
    @Secured(Roles.LEAD)
    @Operation(summary = "Text anlegen")
    @Status(HttpStatus.CREATED)
    @Operations.Creating
    @Operations.InDraft
    HttpResponse<TextView> createText(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body TextInput input) {
        NodeForm form = input.form().checked(NodeKind.TEXT, texts);
        UUID id = editing.create(
                NodeKind.TEXT, new Place(input.versionId(), input.sectionId(), input.goalId()), form, who);
        return Answers.created(TextView.of(nodes.text(id)), TextView::version);
    }

    @Put("/texts/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Text ändern")
    @Operations.Changing
    @Operations.InDraft
    HttpResponse<TextView> changeText(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body TextInput input) {
        long version = Versions.required(headers);
        NodeForm form = input.form(nodes.text(id)).checked(NodeKind.TEXT, texts);
        editing.change(NodeKind.TEXT, id, version, form, who);
        return Answers.one(TextView.of(nodes.text(id)), TextView::version);
    }

    @Delete("/texts/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Text löschen")
    @Operations.Binning
    void deleteText(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        deletion.delete(NodeKind.TEXT, id, Versions.required(headers), who);
    }

    @Post("/texts/{id}/restore")
    @Secured(Roles.LEAD)
    @Operation(summary = "Text wiederherstellen")
    @Operations.Restoring
    HttpResponse<TextView> restoreText(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        deletion.restore(NodeKind.TEXT, id, who);
        return Answers.one(TextView.of(nodes.text(id)), TextView::version);
    }

    @Post("/texts/{id}/move")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Text um einen Platz verschieben")
    @Operations.Moving
    void moveText(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body Answers.Move move) {
        placement.move(NodeKind.TEXT, id, move.isUp(), who);
    }
}
