package de.kreiskonzept.platform.committee;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.Committee.FormerName;
import de.kreiskonzept.model.committee.Committee.Rhythm;
import de.kreiskonzept.model.committee.CommitteeKind;
import de.kreiskonzept.model.committee.CommitteeStructure;
import de.kreiskonzept.model.committee.NameLines;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.voting.Quorum;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people enter for a committee, still as text.
 *
 * @param renamed first day of a new name; empty where the old one was only wrong
 * @param dates one day on each line
 * @param quorum empty for none
 */
public record CommitteeForm(
        String name,
        String renamed,
        String kind,
        String ownKind,
        String rank,
        String reportsTo,
        String tasks,
        String legalBasis,
        String rhythm,
        String dates,
        String quorum,
        String founded,
        String dissolved) {
    private static final int[] RANKS = {1, Committee.LOWEST};

    /** The form for a committee that is not there yet. */
    static CommitteeForm empty() {
        return new CommitteeForm("", "", "", "", "2", "", "", "", "", "", Quorum.NONE.text(), "", "");
    }

    /**
     * What is known of a committee that is only planned.
     *
     * @param reportsTo null where it reports to none
     * @param tasks one on each line
     */
    public record Planned(
            String name,
            CommitteeKind kind,
            int rank,
            @Nullable UUID reportsTo,
            String tasks) {}

    /** The form for a committee that is planned. */
    public static CommitteeForm planned(Planned one) {
        return new CommitteeForm(
                one.name(),
                "",
                one.kind().text(),
                "",
                String.valueOf(one.rank()),
                Objects.toString(one.reportsTo(), ""),
                one.tasks(),
                "",
                "",
                "",
                Quorum.NONE.text(),
                "",
                "");
    }

    /** The form of a committee as it is, under another name that was always meant. */
    public static CommitteeForm renamed(Committee one, String name) {
        CommitteeForm form = of(one);
        return new CommitteeForm(
                name,
                "",
                form.kind,
                form.ownKind,
                form.rank,
                form.reportsTo,
                form.tasks,
                form.legalBasis,
                form.rhythm,
                form.dates,
                form.quorum,
                form.founded,
                form.dissolved);
    }

    static CommitteeForm of(Committee one) {
        return new CommitteeForm(
                one.name(),
                "",
                one.kind().text(),
                one.ownKind(),
                String.valueOf(one.rank()),
                Objects.toString(one.reportsTo(), ""),
                one.tasks(),
                one.legalBasis(),
                one.rhythm().words(),
                one.rhythm().days().stream().map(NameLines::print).collect(Collectors.joining("\n")),
                one.quorum().text(),
                Objects.toString(one.founded(), ""),
                Objects.toString(one.dissolved(), ""));
    }

    static CommitteeForm of(Map<String, ?> fields) {
        return new CommitteeForm(
                FieldChecks.field(fields, "name"),
                FieldChecks.field(fields, "renamed"),
                FieldChecks.field(fields, "kind"),
                FieldChecks.field(fields, "ownKind"),
                FieldChecks.field(fields, "rank"),
                FieldChecks.field(fields, "reportsTo"),
                FieldChecks.field(fields, "tasks"),
                FieldChecks.field(fields, "legalBasis"),
                FieldChecks.field(fields, "rhythm"),
                FieldChecks.field(fields, "dates"),
                FieldChecks.field(fields, "quorum"),
                FieldChecks.field(fields, "founded"),
                FieldChecks.field(fields, "dissolved"));
    }

    /** What is wrong, in the order of the form; circles of reports and delegations too. */
    FormErrors errors(Texts texts, CommitteeBook book, UUID id) {
        FormErrors errors = errors(texts);
        if (!reportsTo.isEmpty() && !isOther(book, id)) {
            return errors.with("reportsTo", texts.text("committee.fault.reportsTo"));
        }
        if (!errors.isEmpty()) {
            return errors;
        }
        Committee before = book.structure().find(id).orElse(null);
        return isCircular(book.structure().with(committee(id, before, Instant.EPOCH)))
                ? errors.with("reportsTo", texts.text("committee.fault.circle"))
                : errors;
    }

    private boolean isOther(CommitteeBook book, UUID id) {
        UUID chosen = Inputs.id(reportsTo);
        return chosen != null
                && !chosen.equals(id)
                && book.structure().find(chosen).isPresent();
    }

    /** Whether a committee reports to itself or delegates into itself, by way of others too. */
    static boolean isCircular(CommitteeStructure structure) {
        return structure.reportsInCircle() || structure.delegatesInCircle();
    }

    private FormErrors errors(Texts texts) {
        FormErrors errors = FormErrors.none();
        if (name.isBlank()) {
            errors = errors.with("name", texts.text("committee.fault.name"));
        }
        errors = Inputs.length(errors, "name", name, TextLimits.NAME, texts);
        errors = Inputs.day(errors, "renamed", renamed, texts);
        Optional<CommitteeKind> known = CommitteeKind.find(kind);
        if (known.isEmpty()) {
            errors = errors.with("kind", texts.text("committee.fault.kind"));
        }
        if (known.filter(CommitteeKind.OTHER::equals).isPresent() && ownKind.isBlank()) {
            errors = errors.with("ownKind", texts.text("committee.fault.ownKind"));
        }
        errors = Inputs.length(errors, "ownKind", ownKind, TextLimits.NAME, texts);
        errors = Inputs.number(errors, "rank", rank, RANKS, texts);
        return rest(errors, texts);
    }

    private FormErrors rest(FormErrors before, Texts texts) {
        FormErrors errors = Inputs.length(before, "tasks", tasks, TextLimits.TEXT, texts);
        errors = Inputs.length(errors, "legalBasis", legalBasis, TextLimits.TEXT, texts);
        errors = Inputs.length(errors, "rhythm", rhythm, TextLimits.NAME, texts);
        List<Optional<LocalDate>> days = days();
        if (days.size() > Rhythm.MOST || days.stream().anyMatch(Optional::isEmpty)) {
            errors = errors.with("dates", texts.text("committee.fault.dates", Rhythm.MOST));
        }
        if (findQuorum().isEmpty()) {
            errors = errors.with("quorum", texts.text("committee.fault.quorum"));
        }
        errors = Inputs.day(errors, "founded", founded, texts);
        errors = Inputs.day(errors, "dissolved", dissolved, texts);
        if (Inputs.day(dissolved) != null && Inputs.day(founded) == null) {
            errors = errors.with("founded", texts.text("committee.fault.founded"));
        }
        return Inputs.order(errors, "dissolved", founded, dissolved, texts);
    }

    private Optional<Quorum> findQuorum() {
        return quorum.isEmpty() ? Optional.of(Quorum.NONE) : Quorum.find(quorum);
    }

    private List<Optional<LocalDate>> days() {
        return dates.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Inputs::findDay)
                .toList();
    }

    /** The committee; there are no errors. */
    Committee committee(UUID id, @Nullable Committee before, Instant now) {
        return new Committee(
                id,
                name,
                CommitteeKind.find(kind).orElseThrow(),
                ownKind,
                Inputs.number(rank),
                Inputs.id(reportsTo),
                tasks,
                legalBasis,
                new Rhythm(rhythm, days().stream().flatMap(Optional::stream).toList()),
                findQuorum().orElseThrow(),
                before == null ? List.of() : formerNames(before),
                Inputs.day(founded),
                Inputs.day(dissolved),
                before == null ? now : before.createdAt(),
                now,
                before == null ? 0 : before.version());
    }

    private List<FormerName> formerNames(Committee before) {
        LocalDate since = Inputs.day(renamed);
        if (since == null || before.name().equals(name)) {
            return before.formerNames();
        }
        var names = new ArrayList<>(before.formerNames());
        names.add(new FormerName(before.name(), since.minusDays(1)));
        return names;
    }
}
