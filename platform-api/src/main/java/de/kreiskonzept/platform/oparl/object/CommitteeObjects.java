package de.kreiskonzept.platform.oparl.object;

import static de.kreiskonzept.platform.oparl.object.Edition.with;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.CommitteeKind;
import de.kreiskonzept.model.committee.SeatRule;
import de.kreiskonzept.model.committee.TermOfOffice;
import de.kreiskonzept.platform.committee.CommitteeBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Public committees with their seats; people only where they hold one today and the county names the members of that committee. */
final class CommitteeObjects {
    private final Edition edition;
    private final CouncilRelease release;
    private final CommitteeBook book;
    private final LocalDate today;
    private final Texts texts;
    private final Map<UUID, List<Object>> addresses = new HashMap<>();
    private final Map<UUID, List<Map<String, Object>>> seats = new TreeMap<>();
    private final Map<UUID, String> represented = new TreeMap<>();

    CommitteeObjects(Edition edition, Sources sources, LocalDate today, Texts texts) {
        this.edition = edition;
        this.release = sources.release();
        this.book = sources.book();
        this.today = today;
        this.texts = texts;
    }

    void add() {
        Map<UUID, SeatRule> rules = book.structure().rules().stream()
                .filter(rule -> release.ids().contains(rule.committeeId()))
                .collect(Collectors.toMap(SeatRule::id, rule -> rule));
        for (TermOfOffice term : book.structure().terms()) {
            SeatRule rule = rules.get(term.ruleId());
            if (rule != null && !term.from().isAfter(today)) {
                add(term, rule);
            }
        }
        seats.forEach(this::addPerson);
        represented.forEach(this::addRepresented);
        book.structure().committees().stream()
                .filter(one -> release.ids().contains(one.id()))
                .forEach(this::add);
    }

    private void add(TermOfOffice term, SeatRule rule) {
        var links = edition.links();
        boolean named = release.names(rule.committeeId())
                && term.holds(today)
                && !book.personName(term.personId()).isEmpty();
        var facts = new LinkedHashMap<String, Object>();
        with(facts, "person", named ? links.object(OparlType.PERSON, term.personId()) : null);
        with(facts, "organization", links.object(OparlType.ORGANIZATION, rule.committeeId()));
        with(facts, "role", texts.text(role(term, rule)));
        with(facts, "votingRight", rule.voting() && !term.isDeputy());
        with(facts, "startDate", term.from().toString());
        with(facts, "endDate", term.until() == null ? null : term.until().toString());
        findRepresented(rule).ifPresent(organisation -> {
            represented.put(organisation, book.organisations().getOrDefault(organisation, ""));
            with(facts, "onBehalfOf", links.object(OparlType.ORGANIZATION, organisation));
        });
        Map<String, Object> object = edition.add(OparlType.MEMBERSHIP, term.id(), facts);
        addresses.computeIfAbsent(rule.committeeId(), _ -> new ArrayList<>()).add(object.get("id"));
        if (named) {
            seats.computeIfAbsent(term.personId(), _ -> new ArrayList<>()).add(Edition.inside(object, "person"));
        }
    }

    private static String role(TermOfOffice term, SeatRule rule) {
        if (term.isDeputy()) {
            return "oparl.role.deputy";
        }
        return rule.chair() ? "oparl.role.chair" : "oparl.role.member";
    }

    // Where several organisations share a seat, nobody has written down whose it is today.
    private static Optional<UUID> findRepresented(SeatRule rule) {
        return rule.organisations().size() == 1
                ? Optional.of(rule.organisations().getFirst())
                : Optional.empty();
    }

    private void addPerson(UUID person, List<Map<String, Object>> held) {
        var facts = new LinkedHashMap<String, Object>();
        with(facts, "body", edition.links().body());
        with(facts, "name", book.personName(person));
        with(facts, "membership", held);
        edition.add(OparlType.PERSON, person, facts);
    }

    private void addRepresented(UUID organisation, String name) {
        var facts = new LinkedHashMap<String, Object>();
        with(facts, "body", edition.links().body());
        with(facts, "name", name);
        with(facts, "organizationType", texts.text("oparl.organization.institution"));
        edition.add(OparlType.ORGANIZATION, organisation, facts);
    }

    private void add(Committee one) {
        var facts = new LinkedHashMap<String, Object>();
        with(facts, "body", edition.links().body());
        with(facts, "name", one.name());
        with(facts, "membership", addresses.getOrDefault(one.id(), List.of()));
        UUID above = one.reportsTo();
        if (above != null && release.ids().contains(above)) {
            with(facts, "subOrganizationOf", edition.links().object(OparlType.ORGANIZATION, above));
        }
        with(facts, "organizationType", texts.text("oparl.organization.committee"));
        with(facts, "classification", classification(one));
        LocalDate dissolved = one.dissolved();
        with(facts, "startDate", one.founded() == null ? null : one.founded().toString());
        with(facts, "endDate", dissolved == null ? null : dissolved.minusDays(1).toString());
        edition.add(OparlType.ORGANIZATION, one.id(), facts);
    }

    // The standard wants one word for the highest body of a county, whatever it is called there.
    private String classification(Committee one) {
        if (one.kind() == CommitteeKind.COUNTY_COUNCIL) {
            return texts.text("oparl.organization.parliament");
        }
        return one.ownKind().isEmpty() ? texts.text(one.kind().wordKey()) : one.ownKind();
    }
}
