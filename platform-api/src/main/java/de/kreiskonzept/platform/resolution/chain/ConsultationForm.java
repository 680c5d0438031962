package de.kreiskonzept.platform.resolution.chain;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.CommitteeState;
import de.kreiskonzept.model.committee.NameLines;
import de.kreiskonzept.model.voting.Consultation;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.model.voting.Consultation.Role;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.resolution.Turn;
import de.kreiskonzept.platform.resolution.agenda.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A committee's turn as people enter it, still as text.
 *
 * @param place id of the agenda item under which the committee deals with it; empty where day and item are as entered
 */
public record ConsultationForm(
        String committee, String role, String publicity, String day, String item, boolean authoritative, String place) {
    private static final int LONGEST_ITEM = 20;

    static ConsultationForm empty() {
        return new ConsultationForm("", Role.PRELIMINARY.text(), Publicity.UNKNOWN.text(), "", "", false, "");
    }

    static ConsultationForm of(Turn turn) {
        Consultation one = turn.consultation();
        Place place = turn.place();
        return new ConsultationForm(
                one.committeeId().toString(),
                one.role().text(),
                one.publicity().text(),
                Objects.toString(one.day(), ""),
                one.item(),
                one.authoritative(),
                place == null ? "" : place.item().toString());
    }

    static ConsultationForm of(Map<String, ?> fields) {
        return new ConsultationForm(
                FieldChecks.field(fields, "committee"),
                FieldChecks.field(fields, "role"),
                FieldChecks.field(fields, "publicity"),
                FieldChecks.field(fields, "day"),
                FieldChecks.field(fields, "item"),
                FieldChecks.field(fields, "authoritative").equals("true"),
                FieldChecks.field(fields, "place"));
    }

    /**
     * What is wrong, in the order of the form; a committee that is dissolved on the day gets no paper.
     *
     * @param offered items that may be chosen
     */
    public FormErrors errors(Texts texts, CommitteeBook book, List<Place> offered, LocalDate today) {
        FormErrors errors = committeeErrors(texts, book, today);
        Optional<Role> known = Role.find(role);
        if (known.isEmpty()) {
            errors = errors.with("role", texts.text("chain.fault.role"));
        }
        if (Publicity.find(publicity).isEmpty()) {
            errors = errors.with("publicity", texts.text("chain.fault.publicity"));
        }
        errors = placeErrors(errors, texts, offered);
        errors = Inputs.day(errors, "day", day, texts).withLimit("item", item, LONGEST_ITEM, texts);
        return authoritative && known.filter(Role.DECISION::equals).isEmpty()
                ? errors.with("authoritative", texts.text("chain.fault.authoritative"))
                : errors;
    }

    private FormErrors placeErrors(FormErrors errors, Texts texts, List<Place> offered) {
        if (place.isEmpty()) {
            return errors;
        }
        Optional<Place> chosen = offered.stream()
                .filter(one -> one.item().toString().equals(place)
                        && one.committee().toString().equals(committee))
                .findFirst();
        if (chosen.isEmpty()) {
            return errors.with("place", texts.text("chain.fault.place"));
        }
        return Publicity.find(publicity).filter(chosen.get()::contradicts).isPresent()
                ? errors.with("place", texts.text("chain.fault.placePublicity." + publicity))
                : errors;
    }

    private FormErrors committeeErrors(Texts texts, CommitteeBook book, LocalDate today) {
        UUID chosen = Inputs.id(committee);
        Optional<Committee> found =
                chosen == null ? Optional.empty() : book.structure().find(chosen);
        if (found.isEmpty()) {
            return FormErrors.none().with("committee", texts.text("chain.fault.committee"));
        }
        LocalDate meeting = Inputs.findDay(day).orElse(today);
        return found.get().stateOn(meeting) == CommitteeState.DISSOLVED
                ? FormErrors.none()
                        .with(
                                "committee",
                                texts.text(
                                        "chain.fault.dissolved",
                                        found.get().nameOn(meeting),
                                        NameLines.print(found.get().dissolved())))
                : FormErrors.none();
    }

    /** The turn; there are no errors. */
    Consultation consultation(UUID id) {
        return new Consultation(
                id,
                Objects.requireNonNull(Inputs.id(committee)),
                Role.find(role).orElseThrow(),
                Publicity.find(publicity).orElseThrow(),
                Inputs.day(day),
                item,
                Result.NONE,
                authoritative);
    }

    /** The agenda item under which the committee deals with it; null for none. */
    @Nullable
    UUID placeId() {
        return Inputs.id(place);
    }
}
