package de.kreiskonzept.platform.committee;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.CommitteeKind;
import de.kreiskonzept.model.committee.NameLines;
import de.kreiskonzept.model.committee.SeatCount;
import de.kreiskonzept.model.committee.SeatFinding;
import de.kreiskonzept.model.committee.SeatGroup;
import de.kreiskonzept.model.committee.SeatRule;
import de.kreiskonzept.model.committee.SeatSet;
import de.kreiskonzept.model.committee.SeatSet.Instance;
import de.kreiskonzept.model.committee.Span;
import de.kreiskonzept.model.committee.TermOfOffice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages say of committees, seats and findings. */
public record CommitteeWords(Texts texts, CommitteeBook book, LocalDate day) {
    /** What a committee is, in the words of the county where it has its own. */
    public String kind(Committee committee) {
        return committee.ownKind().isEmpty() ? texts.text(committee.kind().wordKey()) : committee.ownKind();
    }

    /** A number of seats: "11" or "12 bis 13". */
    public String span(Span span) {
        return span.isExact() ? String.valueOf(span.least()) : texts.text("committee.span", span.least(), span.most());
    }

    /** A day as people write it; empty for none. */
    public String date(@Nullable LocalDate date) {
        return NameLines.print(date);
    }

    /** For whom a seat is: the rule, with the instance of its set. */
    public String seat(SeatRule rule, Instance instance) {
        return instance.name().isEmpty() ? rule.name() : texts.text("committee.seat", rule.name(), instance.name());
    }

    /** What names a seat in an address. */
    public String address(SeatGroup group) {
        return URLEncoder.encode(group.rule().id() + "|" + group.instance().key(), StandardCharsets.UTF_8);
    }

    /** How many seats a rule gives. */
    public String count(SeatRule rule) {
        String number = span(rule.count().each());
        return switch (rule.count()) {
            case SeatCount.Fixed _, SeatCount.Range _ -> number;
            case SeatCount.PerInstance(int _, SeatSet.Named _) -> texts.text("committee.count.perName", number);
            case SeatCount.PerInstance(int _, SeatSet.Reporting(CommitteeKind kind)) ->
                texts.text("committee.count.perCommittee", number, texts.text(kind.wordKey()));
        };
    }

    /** How somebody comes to a seat, and from where. */
    public String appointment(SeatRule rule) {
        String how = texts.text(rule.appointment().wordKey());
        return rule.delegatedBy() == null ? how : texts.text("committee.seat", how, name(rule.delegatedBy()));
    }

    /** Name of a person, or a word for somebody whose name is not shown. */
    public String person(UUID id) {
        String name = book.personName(id);
        return name.isEmpty() ? texts.text("committee.nameless") : name;
    }

    /** Name of a committee on the day; empty where there is none. */
    public String name(@Nullable UUID committee) {
        return committee == null
                ? ""
                : book.structure().find(committee).map(one -> one.nameOn(day)).orElse("");
    }

    /** How long a term is: from a day on, or until one. */
    public String days(TermOfOffice term) {
        return term.until() == null
                ? texts.text("committee.since", date(term.from()))
                : texts.text("committee.fromUntil", date(term.from()), date(term.until()));
    }

    /** A finding as a sentence. */
    public String sentence(SeatFinding finding) {
        return switch (finding) {
            case SeatFinding.Vacant(SeatRule rule, Instance instance, int number) ->
                texts.text("committee.finding.vacant", seat(rule, instance), number);
            case SeatFinding.OverFilled(SeatRule rule, Instance instance, int number) ->
                texts.text("committee.finding.overFilled", seat(rule, instance), number);
            case SeatFinding.Expired(SeatRule rule, Instance instance, TermOfOffice term) ->
                texts.text(
                        "committee.finding.expired", seat(rule, instance), person(term.personId()), date(term.until()));
            case SeatFinding.DoublyHeld(UUID person, var terms) ->
                texts.text("committee.finding.doublyHeld", person(person), terms.size());
            case SeatFinding.NoLongerDelegate(SeatRule rule, TermOfOffice term, UUID committee) ->
                texts.text("committee.finding.noLongerDelegate", rule.name(), person(term.personId()), name(committee));
        };
    }
}
