package de.kreiskonzept.admin.cli.watch;

import de.kreiskonzept.admin.cli.Kk;
import de.kreiskonzept.admin.cli.Table;
import de.kreiskonzept.admin.job.Job;
import de.kreiskonzept.admin.job.JobView;
import de.kreiskonzept.admin.job.Jobs;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Says what works or has failed. */
@Command(
        name = "jobs",
        description = "Lists what works, waits or has failed across the installation.",
        mixinStandardHelpOptions = true)
public final class JobsCommand implements Callable<Integer> {
    private final Kk kk;

    /** A command of this program. */
    public JobsCommand(Kk kk) {
        this.kk = kk;
    }

    @Override
    public Integer call() {
        var list = kk.bean(Jobs.class).list();
        var jobs = list.jobs();
        kk.print(
                jobs.stream().map(JobView::of).toList(),
                new Table(
                        List.of("KIND", "STATE", "COUNTY", "DONE", "OF", "SINCE", "BY", "SECONDS LEFT", "REASON"),
                        jobs.stream().map(JobsCommand::row).toList()));
        if (list.isCut()) {
            kk.tell("These are %d of %d jobs, the oldest of each kind.".formatted(jobs.size(), list.all()));
        }
        return 0;
    }

    private static List<@Nullable Object> row(Job job) {
        var subject = job.subject();
        var left = job.left();
        return Arrays.asList(
                job.kind().text(),
                job.state().text(),
                subject == null ? null : subject.county(),
                job.extent().done(),
                job.extent().planned(),
                job.beginning().at().toInstant(),
                job.beginning().by(),
                left == null ? null : left.toSeconds(),
                job.reason());
    }
}
