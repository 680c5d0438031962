package de.kreiskonzept.platform.meeting.agenda;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.model.meeting.AgendaItem;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingOperations;
import de.kreiskonzept.platform.meeting.MeetingPlace;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import de.kreiskonzept.platform.meeting.Meetings;
import de.kreiskonzept.platform.meeting.TabledPaper;
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
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The agenda of a meeting for programs. */
@Tag(name = "meetings")
@Controller("/api/v1/{county}/meetings/{id}/items")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class ItemApi {
    private final Agendas agendas;
    private final Meetings meetings;
    private final Texts texts;

    ItemApi(Agendas agendas, Meetings meetings, Texts texts) {
        this.agendas = agendas;
        this.meetings = meetings;
        this.texts = texts;
    }

    /**
     * An item as programs read it.
     *
     * @param number computed, or its own
     * @param depth 1 at the top
     * @param isPublic whether it and all above it are public
     * @param carriedFrom item of an earlier meeting that it goes on with
     * @param notes for the minutes; null for everybody but the lead
     * @param papers that are dealt with under it, of those that this reader may read
     */
    @Serdeable
    @Schema(name = "AgendaItem")
    record ItemView(
            String id,
            @Nullable String parentId,
            String number,
            int depth,
            String title,
            String text,
            boolean isPublic,
            @Nullable String carriedFrom,
            @Nullable String notes,
            List<PaperView> papers,
            long version) {
        static ItemView of(MeetingSheet sheet, Agenda.Line line, boolean lead) {
            AgendaItem item = line.item();
            return new ItemView(
                    item.id().toString(),
                    Answers.text(item.parentId()),
                    line.number(),
                    line.depth(),
                    item.title(),
                    item.text(),
                    line.isOpen(),
                    Answers.text(item.carriedFrom()),
                    lead ? item.notes() : null,
                    sheet.papers(item.id()).stream().map(PaperView::of).toList(),
                    item.version());
        }
    }

    /** A paper under an item. */
    @Serdeable
    @Schema(name = "AgendaItemPaper")
    record PaperView(String id, String number, String title) {
        static PaperView of(TabledPaper paper) {
            return new PaperView(paper.id().toString(), paper.number(), paper.title());
        }
    }

    /**
     * What programs send for an item; what is missing is empty.
     *
     * @param number what stands in place of the computed number
     * @param isPublic true where it is missing
     */
    @Serdeable
    @Schema(name = "AgendaItemInput")
    record ItemInput(
            @Schema(maxLength = AgendaItem.NUMBER) @Nullable String number,

            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String title,

            @Schema(maxLength = TextLimits.TEXT) @Nullable String text,
            @Nullable UUID parentId,
            @Nullable Boolean isPublic,
            @Schema(maxLength = TextLimits.TEXT) @Nullable String notes) {
        ItemForm form() {
            return new ItemForm(
                    Answers.text(number, "").strip(),
                    Answers.text(title, "").strip(),
                    Answers.text(text, ""),
                    Answers.text(parentId, ""),
                    Boolean.FALSE.equals(isPublic),
                    Answers.text(notes, ""));
        }
    }

    @Get
    @Operation(
            summary =
                    "Tagesordnung, in der Reihenfolge der Punkte; nichtöffentliche nur für Leitung und Mitglieder des Gremiums")
    @Operations.Listing
    HttpResponse<List<ItemView>> listItems(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        boolean lead = who.role().equals(Roles.LEAD);
        MeetingSheet sheet = meetings.get(id, who);
        return Answers.part(
                request,
                sheet.agenda().lines().stream()
                        .map(line -> ItemView.of(sheet, line, lead))
                        .toList());
    }

    @Get("/{part}")
    @Operation(summary = "Tagesordnungspunkt lesen")
    @Operations.Reading
    HttpResponse<ItemView> getItem(@Parameter(hidden = true) SignedIn who, @RequestBean MeetingPlace place) {
        return Answers.one(view(place.id(), place.part(), who), ItemView::version);
    }

    @Post
    @Secured(Roles.LEAD)
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Tagesordnungspunkt am Ende hinzufügen")
    @Operations.Creating
    @MeetingOperations.WhileOpen
    HttpResponse<ItemView> createItem(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body ItemInput input) {
        ItemForm form = input.form();
        Answers.refuse(form.errors(texts, meetings.get(id, who).agenda(), null));
        return Answers.created(view(id, agendas.add(id, form, who), who), ItemView::version);
    }

    @Put("/{part}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Tagesordnungspunkt mit allen Angaben ändern")
    @Operations.Changing
    @MeetingOperations.WhileOpen
    HttpResponse<ItemView> changeItem(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @RequestBean MeetingPlace place,
            @Body ItemInput input) {
        long version = Versions.required(headers);
        Agenda agenda = meetings.get(place.id(), who).agenda();
        if (agenda.find(place.part()).isEmpty()) {
            throw Refusal.notFound();
        }
        ItemForm form = input.form();
        Answers.refuse(form.errors(texts, agenda, place.part()));
        agendas.change(place.id(), place.part(), version, form, who);
        return getItem(who, place);
    }

    @Post("/{part}/move")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Tagesordnungspunkt um einen Platz verschieben; If-Match nennt die Version der Tagesordnung")
    @MeetingOperations.Moving
    @MeetingOperations.WhileOpen
    void moveItem(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @RequestBean MeetingPlace place,
            @Body Answers.Move input) {
        agendas.move(place.id(), place.part(), Versions.required(headers), input.isUp(), who);
    }

    @Delete("/{part}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Tagesordnungspunkt mit seinen Unterpunkten löschen")
    @Operations.Deleting
    @MeetingOperations.WhileOpen
    void deleteItem(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @RequestBean MeetingPlace place) {
        agendas.delete(place.id(), place.part(), Versions.required(headers), who);
    }

    private ItemView view(UUID meeting, UUID item, SignedIn who) {
        MeetingSheet sheet = meetings.get(meeting, who);
        return sheet.agenda()
                .find(item)
                .map(line -> ItemView.of(sheet, line, who.role().equals(Roles.LEAD)))
                .orElseThrow(Refusal::notFound);
    }
}
