package de.kreiskonzept.deploy;

import static java.util.Objects.requireNonNull;

import de.kreiskonzept.admin.operator.Operators;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.deploy.ExampleFile.ExampleAccount;
import de.kreiskonzept.deploy.ExampleFile.ExampleCounty;
import de.kreiskonzept.deploy.ExampleFile.ExampleRevision;
import de.kreiskonzept.deploy.ExampleFile.LookBack;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.Passwords;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.concept.VersionRelation;
import de.kreiskonzept.model.concept.VersionState;
import de.kreiskonzept.model.tenant.Ags;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.book.Chaptering;
import de.kreiskonzept.platform.concept.version.Adoption;
import de.kreiskonzept.platform.concept.version.Retrospection;
import de.kreiskonzept.platform.concept.version.Revision;
import de.kreiskonzept.platform.directory.Organisations;
import de.kreiskonzept.platform.identity.Accounts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.TakeOver;
import de.kreiskonzept.platform.importing.figure.FigureImport;
import de.kreiskonzept.platform.importing.file.SourceFile;
import de.kreiskonzept.platform.situation.Figures;
import de.kreiskonzept.platform.tenancy.Workspace;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Creates the example counties by what both applications do themselves: the console signs up, approves and provisions, the platform
 * opens accounts and takes concepts over. What a start has finished is noted in the data folder and never done again.
 */
final class ExampleCounties {
    private static final String CREATED = "examples.created";
    private static final String FILLED = "examples.filled";
    private static final String AUTHOR = "Beispieldaten";
    private static final String LABEL = "1.0";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final LocalSecrets secrets;
    private final ExampleFile file = ExampleFile.read();

    ExampleCounties(LocalSecrets secrets) {
        this.secrets = secrets;
    }

    /** Keys (AGS) of the counties that were created as examples in this data folder. */
    Set<String> created() {
        return noted(CREATED);
    }

    /** Creates the provider's account and the workspaces that are not there yet; a county that came by itself is left alone. */
    void create(ApplicationContext console) {
        var operators = console.getBean(Operators.class);
        file.provider()
                .forEach(person -> operators.create(person.email(), person.name(), person.role(), password(person)));
        Tenants tenants = console.getBean(Tenants.class);
        for (ExampleCounty county : file.counties()) {
            boolean free = tenants.findLiving(new Ags(county.ags())).isEmpty();
            if (free && !created().contains(county.ags())) {
                note(CREATED, county.ags());
            }
            if (created().contains(county.ags()) && !noted(FILLED).contains(county.ags())) {
                complete(console, county);
            }
        }
    }

    /** Enters the county and waits until the console has built its workspace in the background. */
    private void complete(ApplicationContext console, ExampleCounty county) {
        Tenants tenants = console.getBean(Tenants.class);
        UUID tenant = tenants.findLiving(new Ags(county.ags())).map(Tenant::id).orElseGet(() -> enter(console, county));
        Instant end = Instant.now().plus(PATIENCE);
        while (tenants.get(tenant).state() != TenantState.ACTIVE) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("the workspace of " + county.slug() + " is not built");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static UUID enter(ApplicationContext console, ExampleCounty county) {
        County official = console.getBean(CountyCatalogue.class)
                .find(new Ags(county.ags()))
                .orElseThrow();
        ExampleAccount admin = county.admin();
        var request = new CountyRequest(official, admin.name(), admin.email());
        return requireNonNull(console.getBean(Decision.class)
                .enter(request, Actor.without(AUTHOR))
                .tenantId());
    }

    /** Opens accounts and takes the concepts over where that has not happened yet. */
    void fill(ApplicationContext platform) {
        Workspaces workspaces = platform.getBean(Workspaces.class);
        for (ExampleCounty county : file.counties()) {
            if (created().contains(county.ags()) && !noted(FILLED).contains(county.ags())) {
                Workspace workspace = workspaces.find(county.slug()).orElseThrow();
                fill(platform, workspace, county);
                note(FILLED, county.ags());
            }
        }
    }

    private void fill(ApplicationContext platform, Workspace workspace, ExampleCounty county) {
        try {
            platform.getBean(Workspaces.class).in(workspace, () -> fill(platform, county));
        } catch (Exception e) {
            throw new IllegalStateException("the example county " + county.slug() + " cannot be filled", e);
        }
    }

    private ExampleCounty fill(ApplicationContext platform, ExampleCounty county) {
        SignedIn lead = open(platform, county);
        county.concept().ifPresent(outline -> {
            var taken = platform.getBean(TakeOver.class).asNewVersion(outline, LABEL, AUTHOR);
            county.profile()
                    .ifPresent(profile -> platform.getBean(Concepts.class).name(taken.versionId(), profile));
            platform.getBean(Chaptering.class).begin(taken.versionId());
            county.figures().ifPresent(table -> figures(platform, taken.versionId(), table));
            county.revision().ifPresent(revision -> revise(platform, taken.versionId(), revision, lead));
        });
        var organisations = platform.getBean(Organisations.class);
        county.organisations().forEach(form -> organisations.create(form, Actor.without(AUTHOR)));
        if (county.rounds()) {
            // Whoever does something gets no mail about it; an example tells nobody by mail what it did.
            var author = new SignedIn(lead.accountId(), lead.accountId(), AUTHOR, Roles.LEAD);
            new ExampleRounds(platform, author).create();
            new ExampleConference(platform, author).create();
            new ExampleProcesses(platform, author).create();
            new ExampleComments(platform, author).create();
        }
        county.committees().ifPresent(name -> {
            new ExampleCommittees(platform, author()).create(name);
            new ExampleMeetings(platform, author()).create(name);
        });
        if (county.rounds()) {
            new ExamplePapers(platform, author()).create();
        }
        return county;
    }

    /** Opens the accounts of a county, and gives its lead. */
    private SignedIn open(ApplicationContext platform, ExampleCounty county) {
        var accounts = platform.getBean(Accounts.class);
        var passwords = platform.getBean(Passwords.class);
        SignedIn lead = author();
        for (ExampleAccount person : county.accounts()) {
            UUID id = accounts.open(person.email(), person.name(), person.role(), passwords.hash(password(person)));
            if (person.role().equals(Roles.LEAD)) {
                lead = new SignedIn(id, id, person.name(), Roles.LEAD);
            }
        }
        return lead;
    }

    /** Adopts the version and begins the next one, which looks back on goals of it. */
    private static void revise(ApplicationContext platform, UUID version, ExampleRevision revision, SignedIn lead) {
        long row = platform.getBean(Concepts.class)
                .findTree(version)
                .orElseThrow()
                .version()
                .version();
        var decision = new de.kreiskonzept.platform.concept.version.Decision(
                VersionState.ADOPTED.text(), revision.decidedOn(), revision.decidedBy(), "");
        platform.getBean(Adoption.class).step(version, row, decision, lead);
        UUID draft = platform.getBean(Revision.class).begin(version, revision.label(), VersionRelation.SUCCESSOR, lead);
        var retrospection = platform.getBean(Retrospection.class);
        for (LookBack said : revision.retrospect()) {
            UUID goal = retrospection.get(draft).lines().stream()
                    .filter(line -> line.section().number().equals(said.section())
                            && line.goal().number().equals(said.goal()))
                    .findFirst()
                    .orElseThrow()
                    .goal()
                    .id();
            retrospection.tell(draft, goal, 0, new Retrospection.Said(said.attainment(), said.explanation()), lead);
        }
    }

    private static void figures(ApplicationContext platform, UUID version, String table) {
        platform.getBean(FigureImport.class)
                .takeOver(
                        SourceFile.read("zahlen.csv", table.getBytes(StandardCharsets.UTF_8))
                                .content(),
                        new Figures.Place(version, null),
                        author());
    }

    private static SignedIn author() {
        var nobody = new UUID(0, 0);
        return new SignedIn(nobody, nobody, AUTHOR, Roles.LEAD);
    }

    /** One line for each example account: {@code account: <county or provider> <role> <e-mail> <password>}. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        file.counties().stream()
                .filter(county -> created().contains(county.ags()))
                .forEach(county -> county.accounts().forEach(account -> lines.add(line(county.slug(), account))));
        file.provider().forEach(account -> lines.add(line("provider", account)));
        return lines;
    }

    private String line(String where, ExampleAccount account) {
        return "account: %s %s %s %s".formatted(where, account.role(), account.email(), password(account));
    }

    private String password(ExampleAccount account) {
        return secrets.password("account." + account.email());
    }

    private Set<String> noted(String name) {
        return new TreeSet<>(secrets.list(name));
    }

    private void note(String name, String ags) {
        Set<String> all = noted(name);
        all.add(ags);
        secrets.keep(name, String.join(",", all));
    }
}
