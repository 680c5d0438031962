package de.kreiskonzept.platform.committee;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.CommitteeState;
import de.kreiskonzept.model.committee.CommitteeStructure;
import de.kreiskonzept.model.committee.Composition;
import de.kreiskonzept.model.committee.Person;
import de.kreiskonzept.model.committee.SeatRule;
import de.kreiskonzept.model.committee.TermOfOffice;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All committees of a county with what is said of people and organisations.
 *
 * @param people by id; those without a name are forgotten, or not for this reader
 * @param organisations names in the directory by id, of those that rules or people name
 */
public record CommitteeBook(CommitteeStructure structure, Map<UUID, Person> people, Map<UUID, String> organisations) {
    /** A committee with those that report to it. */
    public record Node(Composition composition, List<Node> below) {}

    /** The same for somebody who is not to see who has left: names of those alone who hold a seat, or stand in, today, without addresses. */
    public CommitteeBook withoutFormer(LocalDate today) {
        var present = new HashSet<UUID>();
        structure.terms().stream()
                .filter(term -> term.holds(today))
                .map(TermOfOffice::personId)
                .forEach(present::add);
        var shown = new LinkedHashMap<UUID, Person>();
        people.forEach((id, person) -> shown.put(id, present.contains(id) ? person.withoutMail() : person.forgotten()));
        return new CommitteeBook(structure, shown, organisations);
    }

    /**
     * The committee with this id.
     *
     * @throws Refusal 404 where there is none
     */
    public Committee get(UUID id) {
        return structure.find(id).orElseThrow(Refusal::notFound);
    }

    /**
     * The rule with this id.
     *
     * @throws Refusal 404 where there is none
     */
    public SeatRule getRule(UUID id) {
        return structure.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * The term with this id.
     *
     * @throws Refusal 404 where there is none
     */
    public TermOfOffice getTerm(UUID id) {
        return structure.terms().stream()
                .filter(term -> term.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Seats of a committee on a day. */
    public Composition composition(UUID committee, LocalDate day) {
        return structure.composition(get(committee), day);
    }

    /** Committees that there are on a day, or are to be, as the tree of who reports to whom. */
    public List<Node> tree(LocalDate day) {
        return structure.committees().stream()
                .filter(one -> exists(one, day) && isTop(one, day))
                .map(one -> node(one, day))
                .toList();
    }

    private Node node(Committee one, LocalDate day) {
        return new Node(
                structure.composition(one, day),
                structure.below(one.id()).stream()
                        .filter(below -> exists(below, day))
                        .map(below -> node(below, day))
                        .toList());
    }

    private boolean isTop(Committee one, LocalDate day) {
        return one.reportsTo() == null
                || structure.find(one.reportsTo()).filter(it -> exists(it, day)).isEmpty();
    }

    private static boolean exists(Committee one, LocalDate day) {
        return one.stateOn(day) != CommitteeState.DISSOLVED;
    }

    /** Committees that are no more on a day. */
    public List<Committee> dissolved(LocalDate day) {
        return structure.committees().stream().filter(one -> !exists(one, day)).toList();
    }

    /** Name of a person; empty where it is deleted or not for this reader. */
    public String personName(UUID id) {
        Person person = people.get(id);
        return person == null ? "" : person.name();
    }

    /** The organisation of a person; empty where there is none. */
    public String organisationOf(UUID id) {
        Person person = people.get(id);
        return person == null || person.organisationId() == null
                ? ""
                : organisations.getOrDefault(person.organisationId(), "");
    }

    /** The organisations that share the seats of a rule; empty for a group of people. */
    public List<String> organisationsOf(SeatRule rule) {
        return rule.organisations().stream()
                .map(id -> organisations.getOrDefault(id, ""))
                .filter(name -> !name.isEmpty())
                .sorted()
                .toList();
    }
}
