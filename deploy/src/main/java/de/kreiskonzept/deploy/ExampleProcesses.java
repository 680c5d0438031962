package de.kreiskonzept.deploy;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.workflow.ProcessTemplate;
import de.kreiskonzept.model.workflow.ProcessTemplateYaml;
import de.kreiskonzept.model.workflow.ProcessTemplates;
import de.kreiskonzept.model.workflow.StepState;
import de.kreiskonzept.platform.workflow.Processes;
import de.kreiskonzept.platform.workflow.StepForm;
import de.kreiskonzept.platform.workflow.Timeline;
import de.kreiskonzept.platform.workflow.template.OwnTemplates;
import de.kreiskonzept.platform.workflow.template.TemplateForm;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;

/** Two processes of an example county: the one that led to its concept (Beschlussvorlage Konstanz 2017), and a revision under way. */
final class ExampleProcesses {
    private static final Set<String> WITH_OTHERS = Set.of("5", "6", "7");

    private final Processes processes;
    private final OwnTemplates templates;
    private final Clock clock;
    private final SignedIn author;

    ExampleProcesses(ApplicationContext platform, SignedIn author) {
        this.processes = platform.getBean(Processes.class);
        this.templates = platform.getBean(OwnTemplates.class);
        this.clock = platform.getBean(Clock.class);
        this.author = author;
    }

    /** Creates the processes in the county of the current transaction. */
    void create() {
        ProcessTemplate first = template("konstanz");
        UUID done = processes.begin(first, "Der Weg zum Konzept 2017 (Beispiel)", YearMonth.of(2016, 3), author);
        for (Timeline.Line line : processes.get(done).lines()) {
            // The participation of migrants has no end, so it goes on.
            StepState state = line.step().until() == null ? StepState.UNDER_WAY : StepState.DONE;
            set(done, line, state, WITH_OTHERS.contains(line.number()));
        }
        YearMonth begin = YearMonth.now(clock).minusMonths(4);
        UUID revision = processes.begin(template("revision"), "Fortschreibung (Beispiel)", begin, author);
        var lines = processes.get(revision).lines();
        set(revision, lines.get(0), StepState.DONE, false);
        set(revision, lines.get(1), StepState.UNDER_WAY, false);
        templates.create(
                new TemplateForm("Unser Weg (Beispiel)", ProcessTemplateYaml.text(template("konstanz"))), author);
    }

    private void set(UUID process, Timeline.Line line, StepState state, boolean participation) {
        StepForm now = StepForm.of(line.step(), Integer.parseInt(line.number()));
        processes.change(
                processes.get(process),
                line.step().id(),
                line.step().version(),
                now.with(state, participation, "Referat Integration (Beispiel)"),
                author);
    }

    private static ProcessTemplate template(String key) {
        return ProcessTemplates.find(key).orElseThrow();
    }
}
