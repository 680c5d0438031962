package de.kreiskonzept.platform.workflow;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.workflow.ConceptProcess;
import de.kreiskonzept.model.workflow.ProcessTemplate;
import de.kreiskonzept.model.workflow.Step;
import de.kreiskonzept.model.workflow.StepChange;
import de.kreiskonzept.platform.identity.Accounts;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a lead does with processes: begin one from a template, put its steps in order, say how far they are. */
@Singleton
@InWorkspace
public class Processes {
    private final ProcessStore processes;
    private final StepStore steps;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Clock clock;

    Processes(ProcessStore processes, StepStore steps, Accounts accounts, AuditTrail audit, Clock clock) {
        this.processes = processes;
        this.steps = steps;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A process with its steps as they stand today.
     *
     * @throws Refusal 404 where there is none
     */
    @InWorkspace(readOnly = true)
    public Timeline get(UUID id) {
        return Timeline.of(find(id), steps.list(id), LocalDate.now(clock), accounts.listAssignable());
    }

    /**
     * The process that was the last to begin until a day, with its steps but no names of accounts; empty where none had begun.
     */
    @InWorkspace(readOnly = true)
    public Optional<Timeline> findBegun(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return list().stream()
                .filter(timeline -> !timeline.process().begin().isAfter(month))
                .findFirst();
    }

    /** All processes with their steps, the latest beginning first. */
    @InWorkspace(readOnly = true)
    public List<Timeline> list() {
        Map<UUID, List<Step>> all = steps.listAll();
        LocalDate today = LocalDate.now(clock);
        return processes.list().stream()
                .map(ProcessStore.Line::process)
                .map(process -> Timeline.of(process, all.getOrDefault(process.id(), List.of()), today, Map.of()))
                .toList();
    }

    /** Whether there is such a process, and it began with this template. */
    @InWorkspace(readOnly = true)
    public boolean follows(UUID id, String template) {
        return processes
                .find(id)
                .filter(process -> process.template().equals(template))
                .isPresent();
    }

    /** Begins a process with all steps of a template and gives its id. */
    public UUID begin(ProcessTemplate template, String title, YearMonth begin, SignedIn who) {
        Instant now = now();
        UUID id = Ids.create(clock);
        var process = new ConceptProcess(id, title, template.key(), template.usualMonths(), begin, now, now, 0);
        processes.insert(process);
        steps.insert(template.begin(process, () -> Ids.create(clock)), 0);
        record("process.begun", id, who);
        return id;
    }

    /**
     * Gives a process another title and beginning; steps that are only planned move with it.
     *
     * @throws Refusal 404, 412 where it has changed in between
     */
    public void change(UUID id, long version, String title, YearMonth begin, SignedIn who) {
        ConceptProcess process = find(id);
        if (process.version() != version) {
            throw Refusal.stale();
        }
        Instant now = now();
        long months = ChronoUnit.MONTHS.between(process.begin(), begin);
        processes.update(process.changed(title, begin, now));
        List<Step> before = steps.list(id);
        List<Step> moved = before.stream()
                .map(step -> step.shifted(months, now))
                .filter(step -> !before.contains(step))
                .toList();
        if (!moved.isEmpty()) {
            steps.update(moved);
        }
        record("process.changed", id, who);
    }

    /**
     * Lets a process begin in another month; steps that are only planned move with it.
     *
     * @throws Refusal 404 where there is none
     */
    public void move(UUID id, YearMonth begin, SignedIn who) {
        ConceptProcess process = find(id);
        change(id, process.version(), process.title(), begin, who);
    }

    /**
     * Deletes a process with its steps.
     *
     * @throws Refusal 404, 412 where it has changed in between
     */
    public void delete(UUID id, long version, SignedIn who) {
        find(id);
        processes.delete(id, version);
        record("process.deleted", id, who);
    }

    /**
     * Adds a step that was checked against the process.
     *
     * @throws Refusal 404 where there is no such process
     */
    public UUID add(UUID process, StepForm form, SignedIn who) {
        Timeline timeline = get(process);
        Step step = form.step(Ids.create(clock), process, now());
        steps.insert(List.of(step), timeline.lines().size());
        place(timeline, step, form.index(timeline.beside(step.parentId()).size()));
        record("step.created", step.id(), who);
        return step.id();
    }

    /**
     * Changes a step and writes down a change of its state, with its reason, in the same transaction; the form was checked against the
     * process.
     *
     * @throws Refusal 404, 412 where it has changed in between
     */
    public void change(Timeline timeline, UUID id, long version, StepForm form, SignedIn who) {
        Step before = timeline.find(id).orElseThrow(Refusal::notFound);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        Instant now = now();
        Step after = form.changed(before, now);
        steps.update(List.of(after));
        if (after.state() != before.state()) {
            steps.insert(new StepChange(
                    Ids.create(clock),
                    id,
                    before.state(),
                    after.state(),
                    form.detail().reason(),
                    who.name(),
                    now));
        }
        if (form.detail().moveLater()) {
            List<Step> later = timeline.laterThan(before).stream()
                    .map(step -> step.shifted(before.monthsTo(after), now))
                    .filter(step -> step.modifiedAt().equals(now))
                    .toList();
            if (!later.isEmpty()) {
                steps.update(later);
            }
        }
        place(timeline, after, form.index(timeline.beside(after.parentId()).size()));
        record("step.changed", id, who);
    }

    /** Every change of the state of a step, the last one first. */
    @InWorkspace(readOnly = true)
    public List<StepChange> listChanges(UUID step) {
        return steps.listChanges(step);
    }

    /**
     * Deletes a step with its parts.
     *
     * @throws Refusal 404, 412 where it has changed in between
     */
    public void deleteStep(UUID process, UUID id, long version, SignedIn who) {
        if (get(process).find(id).isEmpty()) {
            throw Refusal.notFound();
        }
        steps.delete(id, version);
        record("step.deleted", id, who);
    }

    private void place(Timeline timeline, Step step, int index) {
        List<UUID> before = timeline.beside(step.parentId());
        var order = new ArrayList<>(before);
        order.remove(step.id());
        order.add(Math.min(index, order.size()), step.id());
        if (!order.equals(before)) {
            steps.order(order);
        }
    }

    private ConceptProcess find(UUID id) {
        return processes.find(id).orElseThrow(Refusal::notFound);
    }

    private void record(String action, UUID id, SignedIn who) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
