package de.kreiskonzept.deploy;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.resolution.PaperKind;
import de.kreiskonzept.model.voting.MajorityRule;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.resolution.CouncilPapers;
import de.kreiskonzept.platform.resolution.PaperForm;
import de.kreiskonzept.platform.resolution.Submission;
import de.kreiskonzept.platform.resolution.Whole;
import de.kreiskonzept.platform.resolution.chain.ConceptAdoption;
import de.kreiskonzept.platform.resolution.chain.ConsultationForm;
import de.kreiskonzept.platform.resolution.chain.Consultations;
import de.kreiskonzept.platform.resolution.chain.VoteForm;
import de.kreiskonzept.platform.resolution.chain.Voting;
import de.kreiskonzept.platform.resolution.register.BallotForm;
import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Papers of an example county: one that its council has approved (43 for, 2 against, abstentions unknown, as Konstanz did in 2017), and
 * one about the concept that the council has still to deal with, so that the example can be written on.
 */
final class ExamplePapers {
    private static final String SOCIAL = "Sozialausschuss";
    private static final String COUNCIL = "Kreistag";

    private final CouncilPapers papers;
    private final Submission submission;
    private final Consultations consultations;
    private final Voting voting;
    private final ApplicationContext platform;
    private final SignedIn author;

    ExamplePapers(ApplicationContext platform, SignedIn author) {
        this.papers = platform.getBean(CouncilPapers.class);
        this.submission = platform.getBean(Submission.class);
        this.consultations = platform.getBean(Consultations.class);
        this.voting = platform.getBean(Voting.class);
        this.platform = platform;
        this.author = author;
    }

    /** Creates the papers in the county of the current transaction; its committees and its concept are there already. */
    void create() {
        platform.getBean(ConceptAdoption.class).choose(committee(COUNCIL), author);
        LocalDate today = consultations.today();
        UUID earlier = papers.create(
                new PaperForm(PaperKind.DECISION.text(), "", "Rahmenkonzept Integration (Beispiel)", "B-1"), author);
        pass(earlier, today.minusWeeks(8), true);
        UUID version = platform.getBean(Concepts.class)
                .findValidVersion()
                .map(ConceptVersion::id)
                .orElseThrow();
        UUID concept =
                papers.create(new PaperForm(PaperKind.DECISION.text(), PaperForm.version(version), "", "B-2"), author);
        pass(concept, today.minusWeeks(2), false);
    }

    private void pass(UUID paper, LocalDate day, boolean decided) {
        UUID social = turn(paper, SOCIAL, "preliminary", day);
        UUID council = turn(paper, COUNCIL, "decision", day.plusWeeks(decided ? 2 : 6));
        submission.submit(paper, whole(paper).paper().version(), author);
        vote(paper, social, day, Map.of());
        if (decided) {
            vote(paper, council, day.plusWeeks(2), Map.of("yes", "43", "no", "2"));
        }
    }

    private UUID turn(UUID paper, String committee, String role, LocalDate day) {
        return consultations.add(
                paper,
                new ConsultationForm(
                        committee(committee).toString(),
                        role,
                        "public",
                        day.toString(),
                        "6",
                        role.equals("decision"),
                        ""),
                author);
    }

    private void vote(UUID paper, UUID turn, LocalDate day, Map<String, String> numbers) {
        voting.decide(
                paper,
                turn,
                0,
                new VoteForm(
                        numbers.isEmpty() ? "approved" : "majority",
                        day.toString(),
                        "",
                        "Beispieldaten: Der Vorlage wird zugestimmt.",
                        new BallotForm(numbers, MajorityRule.SIMPLE.text(), "")),
                author);
    }

    private Whole whole(UUID paper) {
        return papers.read(paper, null, author);
    }

    private UUID committee(String name) {
        return platform.getBean(Committees.class).read(author).structure().committees().stream()
                .filter(one -> one.name().equals(name))
                .map(Committee::id)
                .findFirst()
                .orElseThrow();
    }
}
