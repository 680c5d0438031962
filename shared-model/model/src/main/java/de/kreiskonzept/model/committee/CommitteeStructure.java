package de.kreiskonzept.model.committee;

import de.kreiskonzept.model.committee.SeatFinding.DoublyHeld;
import de.kreiskonzept.model.committee.SeatFinding.NoLongerDelegate;
import de.kreiskonzept.model.committee.SeatSet.Instance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All committees of a county with their rules and the people on their seats; answers for any day.
 *
 * @param rules of all committees
 * @param terms of all rules
 */
public record CommitteeStructure(List<Committee> committees, List<SeatRule> rules, List<TermOfOffice> terms) {
    private static final Comparator<Committee> ORDER = Comparator.comparingInt(Committee::rank)
            .thenComparing(Committee::name)
            .thenComparing(Committee::id);

    /** Committees by rank and name, rules by their position. */
    public CommitteeStructure {
        committees = committees.stream().sorted(ORDER).toList();
        rules = rules.stream()
                .sorted(Comparator.comparingInt(SeatRule::position).thenComparing(SeatRule::id))
                .toList();
        terms = List.copyOf(terms);
    }

    /** The committee with this id. */
    public Optional<Committee> find(UUID id) {
        return committees.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The rules of a committee, whenever they hold. */
    public List<SeatRule> rulesOf(UUID committee) {
        return rules.stream()
                .filter(rule -> rule.committeeId().equals(committee))
                .toList();
    }

    /** Committees that report to none, by rank and name. */
    public List<Committee> tops() {
        return committees.stream().filter(one -> one.reportsTo() == null).toList();
    }

    /** Committees that report to this one, by rank and name. */
    public List<Committee> below(UUID committee) {
        return committees.stream()
                .filter(one -> committee.equals(one.reportsTo()))
                .toList();
    }

    /** The same with this committee new, or in place of the one with its id. */
    public CommitteeStructure with(Committee committee) {
        return new CommitteeStructure(
                Stream.concat(committees.stream().filter(one -> !one.id().equals(committee.id())), Stream.of(committee))
                        .toList(),
                rules,
                terms);
    }

    /** The same with this rule new, or in place of the one with its id. */
    public CommitteeStructure with(SeatRule rule) {
        return new CommitteeStructure(
                committees,
                Stream.concat(rules.stream().filter(one -> !one.id().equals(rule.id())), Stream.of(rule))
                        .toList(),
                terms);
    }

    /** Whether a committee reports to itself by way of others. */
    public boolean reportsInCircle() {
        return isCircular(committees.stream()
                .filter(one -> one.reportsTo() != null)
                .collect(Collectors.toMap(Committee::id, one -> Set.of(Objects.requireNonNull(one.reportsTo())))));
    }

    /** Whether a committee delegates into itself, by way of others too. */
    public boolean delegatesInCircle() {
        var into = new LinkedHashMap<UUID, Set<UUID>>();
        rules.forEach(rule -> delegating(rule)
                .forEach(
                        from -> into.computeIfAbsent(from, _ -> new HashSet<>()).add(rule.committeeId())));
        return isCircular(into);
    }

    private Stream<UUID> delegating(SeatRule rule) {
        if (rule.appointment() != Appointment.DELEGATED) {
            return Stream.empty();
        }
        return rule.delegatedBy() == null ? reporting(rule).map(Committee::id) : Stream.of(rule.delegatedBy());
    }

    // What is taken away step by step because it leads nowhere is in no circle.
    private static boolean isCircular(Map<UUID, Set<UUID>> edges) {
        var left = new LinkedHashMap<>(edges);
        boolean shrinks = true;
        while (shrinks) {
            shrinks = left.values().removeIf(targets -> targets.stream().noneMatch(left::containsKey));
        }
        return !left.isEmpty();
    }

    /** What a rule gives seats for on this day. */
    public List<Instance> instances(SeatRule rule, LocalDate day) {
        return switch (rule.count()) {
            case SeatCount.Fixed _, SeatCount.Range _ -> List.of(Instance.SINGLE);
            case SeatCount.PerInstance per ->
                switch (per.set()) {
                    case SeatSet.Reporting _ ->
                        reporting(rule)
                                .filter(one -> counts(one, rule.committeeId(), day))
                                .map(one -> instance(one, day))
                                .toList();
                    case SeatSet.Named named ->
                        named.instances().stream()
                                .filter(one -> one.period().holds(day))
                                .map(one -> new Instance(one.name(), one.name(), null))
                                .toList();
                };
        };
    }

    private Stream<Committee> reporting(SeatRule rule) {
        return rule.count() instanceof SeatCount.PerInstance(int _, SeatSet.Reporting(CommitteeKind kind))
                ? below(rule.committeeId()).stream().filter(one -> one.kind() == kind)
                : Stream.empty();
    }

    private static Instance instance(Committee committee, LocalDate day) {
        return new Instance(committee.id().toString(), committee.nameOn(day), committee.id());
    }

    // A committee that is only planned itself is planned with those that are planned below it.
    private boolean counts(Committee one, UUID host, LocalDate day) {
        return switch (one.stateOn(day)) {
            case ACTIVE -> true;
            case PLANNED ->
                find(host)
                        .filter(it -> it.stateOn(day) == CommitteeState.PLANNED)
                        .isPresent();
            case DISSOLVED -> false;
        };
    }

    /** Seats of a committee on a day; none once it is dissolved. */
    public Composition composition(Committee committee, LocalDate day) {
        if (committee.stateOn(day) == CommitteeState.DISSOLVED) {
            return new Composition(committee, day, List.of(), List.of());
        }
        List<SeatGroup> groups = rulesOf(committee.id()).stream()
                .flatMap(rule -> groups(rule, day).stream())
                .toList();
        return new Composition(
                committee,
                day,
                groups,
                committee.stateOn(day) == CommitteeState.ACTIVE ? findings(groups, day) : List.of());
    }

    private List<SeatGroup> groups(SeatRule rule, LocalDate day) {
        List<Instance> instances = rule.period().holds(day) ? instances(rule, day) : List.of();
        Stream<SeatGroup> regular = instances.stream()
                .map(one -> SeatGroup.of(rule, one, rule.count().each(), terms, day));
        return Stream.concat(regular, leftOver(rule, instances, day)).toList();
    }

    /** People on seats that the rule does not give, or no longer. */
    private Stream<SeatGroup> leftOver(SeatRule rule, List<Instance> instances, LocalDate day) {
        Set<String> known = instances.stream().map(Instance::key).collect(Collectors.toSet());
        return terms.stream()
                .filter(term -> term.ruleId().equals(rule.id()) && term.holds(day) && !known.contains(term.instance()))
                .map(TermOfOffice::instance)
                .distinct()
                .map(key -> SeatGroup.of(rule, gone(key, day), Span.NONE, terms, day));
    }

    private Instance gone(String key, LocalDate day) {
        return committees.stream()
                .filter(one -> one.id().toString().equals(key))
                .findFirst()
                .map(one -> instance(one, day))
                .orElse(new Instance(key, key, null));
    }

    private List<SeatFinding> findings(List<SeatGroup> groups, LocalDate day) {
        var findings = new ArrayList<SeatFinding>();
        groups.forEach(group -> findings.addAll(group.findings()));
        groups.stream()
                .flatMap(group -> group.holders().stream())
                .collect(Collectors.groupingBy(TermOfOffice::personId, LinkedHashMap::new, Collectors.toList()))
                .forEach((person, held) -> {
                    if (held.size() > 1) {
                        findings.add(new DoublyHeld(person, held));
                    }
                });
        groups.forEach(group -> findings.addAll(noLongerDelegates(group, day)));
        return findings;
    }

    private List<NoLongerDelegate> noLongerDelegates(SeatGroup group, LocalDate day) {
        SeatRule rule = group.rule();
        UUID from = rule.delegatedBy() == null ? group.instance().committeeId() : rule.delegatedBy();
        if (rule.appointment() != Appointment.DELEGATED || from == null || isOpen(from)) {
            return List.of();
        }
        Set<UUID> members = members(from, day);
        return group.holders().stream()
                .filter(term -> !members.contains(term.personId()))
                .map(term -> new NoLongerDelegate(rule, term, from))
                .toList();
    }

    // Whoever comes belongs to a committee without rules; nobody can be missing there.
    private boolean isOpen(UUID committee) {
        return rulesOf(committee).isEmpty();
    }

    private Set<UUID> members(UUID committee, LocalDate day) {
        if (find(committee)
                .filter(one -> one.stateOn(day) != CommitteeState.DISSOLVED)
                .isEmpty()) {
            return Set.of();
        }
        Set<UUID> own = rulesOf(committee).stream().map(SeatRule::id).collect(Collectors.toSet());
        return terms.stream()
                .filter(term -> own.contains(term.ruleId()) && !term.isDeputy() && term.holds(day))
                .map(TermOfOffice::personId)
                .collect(Collectors.toSet());
    }
}
