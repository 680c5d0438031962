package de.kreiskonzept.admin.cli;

import de.kreiskonzept.admin.doctor.Doctor;
import de.kreiskonzept.admin.doctor.ExaminationProgress;
import de.kreiskonzept.admin.doctor.ExaminationRun;
import de.kreiskonzept.admin.doctor.ExaminationView;
import de.kreiskonzept.admin.doctor.Finding;
import de.kreiskonzept.admin.doctor.Report;
import de.kreiskonzept.admin.doctor.ReportView;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.web.Refusal;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds workspaces against their expected shape, and the registry against what is there. */
@Command(
        name = "doctor",
        description =
                "Examines one workspace, or all of them and what is there beside; ends with 1 where something is left.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private final Kk kk;

    @Parameters(paramLabel = "TENANT", arity = "0..1", description = "Slug, AGS or id; all of them where it is missing")
    private @Nullable String typed;

    @Option(names = "--repair", description = "Repair what can lose nothing: roles, rights, missing changesets")
    private boolean repair;

    @Option(
            names = "--last",
            description = "Show what the last examination of all workspaces has found, and examine nothing")
    private boolean last;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DoctorCommand(Kk kk) {
        this.kk = kk;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        if (last) {
            return showLast();
        }
        var doctor = kk.bean(Doctor.class);
        var found = examine(doctor);
        var repairs = repair && found.isRepairable();
        if (repairs && !kk.mayChange("repair what can lose nothing")) {
            return 0;
        }
        var report = repairs ? repair(doctor, found) : found;
        return print(report, ReportView.of(report));
    }

    private int showLast() {
        if (repair || typed != null) {
            throw new ParameterException(spec.commandLine(), "--last goes with nothing else.");
        }
        var status = kk.bean(ExaminationProgress.class).status();
        if (status.last() == null || status.report() == null) {
            kk.tell("nobody has examined all workspaces yet");
            return 1;
        }
        kk.tell("begun at " + status.last().begunAt() + " by "
                + status.last().actor().name());
        return print(status.report(), ExaminationView.of(status));
    }

    private Report examine(Doctor doctor) throws SQLException, InterruptedException {
        if (typed == null) {
            return doctor.examine(false, Kk.ACTOR, this::tell);
        }
        var tenant = kk.bean(Tenants.class).findTyped(typed).orElseThrow(Refusal::notFound);
        return doctor.examine(tenant.id());
    }

    private Report repair(Doctor doctor, Report found) throws SQLException, InterruptedException {
        return typed == null ? doctor.examine(true, Kk.ACTOR, this::tell) : doctor.repair(found, Kk.ACTOR);
    }

    private void tell(ExaminationRun run) {
        kk.tell("%d of %d examined".formatted(run.examined(), run.planned()));
    }

    private int print(Report report, Object json) {
        var rows = Stream.concat(
                        report.repaired().stream().map(finding -> row(finding, "repaired")),
                        report.findings().stream()
                                .map(finding -> row(finding, finding.kind().repairable() ? "repairable" : "open")))
                .toList();
        kk.print(json, new Table(List.of("COUNTY", "FINDING", "STATE", "DETAILS"), rows));
        kk.tell(report.examined() + " workspaces examined, " + report.findings().size() + " findings open");
        return report.findings().isEmpty() ? 0 : 1;
    }

    private static List<Object> row(Finding finding, String state) {
        return List.of(finding.owner(), finding.kind().text(), state, String.join("; ", finding.details()));
    }
}
