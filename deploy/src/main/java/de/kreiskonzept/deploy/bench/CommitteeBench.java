package de.kreiskonzept.deploy.bench;

import de.kreiskonzept.deploy.ExampleCommittees;
import de.kreiskonzept.deploy.bench.BenchSystem.BenchCounty;
import de.kreiskonzept.deploy.bench.BenchSystem.Way;
import de.kreiskonzept.deploy.bench.Side.Round;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.committee.CommitteeKind;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.identity.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A committee with its seats, an agenda with 60 items and a register with 5,000 decisions as pages, each against the SQL that is sent for
 * it and nothing else.
 */
final class CommitteeBench {
    private static final double GOAL = 2;
    private static final int MOST_STATEMENTS = 3;
    private static final int ITEMS = 60;
    private static final int DECISIONS = 5_000;
    private static final UUID MEETING = new UUID(0, 1);

    private final BenchSystem system;
    private final BenchOptions options;
    private final BenchCounty county;

    CommitteeBench(BenchSystem system, BenchOptions options) {
        this.system = system;
        this.options = options;
        this.county = system.counties().getFirst();
    }

    void run() throws Exception {
        UUID committee = fill();
        compare("committee", "/{county}/gremien/" + committee);
        compare("agenda", "/{county}/sitzungen/" + MEETING);
        compare("register", "/{county}/beschluesse");
    }

    /** Writes the committees of the Waldshut example, a meeting and the decisions; gives the committee that has all the seats. */
    private UUID fill() throws Exception {
        var nobody = new UUID(0, 0);
        var author = new SignedIn(nobody, nobody, "Beispiel", Roles.LEAD);
        UUID committee = system.in(0, platform -> {
            new ExampleCommittees(platform, author).create("waldshut");
            return platform.getBean(Committees.class).read(author).structure().committees().stream()
                    .filter(one -> one.kind() == CommitteeKind.GUIDANCE_GROUP)
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
        system.insert(
                """
                INSERT INTO meeting (id, committee_id, title, begins, ends, location, online_link, state, cancel_reason, agenda_version,
                  invitations, invited_digest, created_at, modified_at, version)
                VALUES ('%s', '%s', '', now() + interval '7 days', now() + interval '7 days 2 hours', 'Saal', '', 'planned', '', 0, 0, '',
                  now(), now(), 0)""".formatted(MEETING, committee),
                """
                INSERT INTO meeting_item (id, meeting_id, position, own_number, title, text, public, notes, created_at, modified_at, version)
                SELECT gen_random_uuid(), '%s', i, '', 'Sachstand der Arbeitskreise ' || i, 'Bericht und Aussprache', true, '', now(), now(), 0
                FROM generate_series(0, %d) i""".formatted(MEETING, ITEMS - 1),
                """
                INSERT INTO resolution_decision (id, committee_id, decided_on, publicity, body, yes, no, groups, majority, result, state,
                  responsible, created_at, modified_at, version)
                SELECT gen_random_uuid(), '%s', current_date - i, 'public', 'Der Maßnahme ' || i || ' wird zugestimmt.', 43, 2, '',
                  'more_than_half.cast', 'majority', 'open', 'Amt für Migration und Integration', now(), now(), 0
                FROM generate_series(1, %d) i""".formatted(committee, DECISIONS),
                """
                INSERT INTO resolution_measure (decision_id, measure_id, created_at, modified_at, version)
                SELECT d.id, (SELECT id FROM concept_measure ORDER BY id LIMIT 1), now(), now(), 0 FROM resolution_decision d""");
        return committee;
    }

    private void compare(String name, String path) throws Exception {
        List<String> statements;
        try (var once = new OverHttp(system.port(), path, "")) {
            once.read(county);
            statements = system.sent().during(once, county);
        }
        Goal.atMost(name + "-statements", statements.size(), MOST_STATEMENTS);
        try (Side page = Side.open(system, options.connections(), () -> new OverHttp(system.port(), path, ""));
                Side floor = Side.open(
                        system, options.connections(), () -> new OverJdbc(system.connect(Way.SIMPLE), statements))) {
            var pages = new ArrayList<Round>();
            var floors = new ArrayList<Round>();
            for (int round = 0; round < options.rounds() * 2; round++) {
                Round first = page.run(options.seconds(), List.of(county));
                Round second = floor.run(options.seconds(), List.of(county));
                if (round >= options.rounds()) {
                    pages.add(first);
                    floors.add(second);
                }
            }
            Rounds.print(name + " page", pages);
            Rounds.print(name + " floor", floors);
            Goal.atMost(name + "-page", Rounds.ratio(floors, pages), GOAL);
        }
    }
}
