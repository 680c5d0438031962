package de.kreiskonzept.admin.cli.place;

import de.kreiskonzept.admin.cli.Kk;
import de.kreiskonzept.admin.cli.Table;
import de.kreiskonzept.admin.move.Move;
import de.kreiskonzept.admin.move.MoveStep;
import de.kreiskonzept.admin.move.MoveView;
import de.kreiskonzept.admin.move.Moves;
import de.kreiskonzept.admin.move.Moving;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.web.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a county to another database, here and now; says each second how far it is. */
@Command(
        name = "move",
        description =
                "Brings a county to another database; it can be read and not changed meanwhile. Goes on with a move that was"
                        + " begun. Ends with 1 where the county is not there.",
        mixinStandardHelpOptions = true)
public final class MoveCommand implements Callable<Integer> {
    private final Kk kk;

    @Parameters(paramLabel = "TENANT", description = "Slug, AGS or id")
    private String typed = "";

    @Option(names = "--to", description = "Name of the data source; kk datasource list shows them")
    private @Nullable String to;

    @Option(names = "--cancel", description = "Call a move off that is under way")
    private boolean cancel;

    /** A command of this program. */
    public MoveCommand(Kk kk) {
        this.kk = kk;
    }

    @Override
    public Integer call() throws ExecutionException, InterruptedException {
        var tenant = kk.bean(Tenants.class).findTyped(typed).orElseThrow(Refusal::notFound);
        if (cancel == (to != null)) {
            kk.tell("Name a data source with --to, or say --cancel.");
            return 2;
        }
        return to == null ? cancel(tenant) : move(tenant, to);
    }

    private int cancel(Tenant tenant) throws ExecutionException, InterruptedException {
        var cancelled = kk.change(
                "call off the move of " + tenant.name(),
                () -> kk.bean(Moves.class).cancel(tenant.id(), Kk.ACTOR));
        return cancelled.isEmpty() ? 0 : carryOut(tenant, MoveStep.TAKEN_BACK);
    }

    private int move(Tenant tenant, String target) throws ExecutionException, InterruptedException {
        var moves = kk.bean(Moves.class);
        var begun = moves.findLatest(tenant.id()).filter(Move::isUnderWay);
        if (begun.filter(move -> move.to().equals(target)).isPresent()) {
            return kk.mayChange("go on with the move of " + tenant.name() + " to " + target)
                    ? carryOut(tenant, MoveStep.MOVED)
                    : 0;
        }
        var wish = new Moves.Wish(tenant.slug(), target);
        var wanted = kk.change(
                "bring " + tenant.name() + " from " + tenant.dataSource() + " to " + target,
                () -> moves.begin(tenant.id(), tenant.version(), wish, Kk.ACTOR));
        return wanted.isEmpty() ? 0 : carryOut(tenant, MoveStep.MOVED);
    }

    private int carryOut(Tenant tenant, MoveStep wanted) throws ExecutionException, InterruptedException {
        try (var thread = Executors.newSingleThreadExecutor()) {
            var work = thread.submit(() -> kk.bean(Moving.class).complete(tenant.id()));
            while (true) {
                try {
                    if (!work.get(1, TimeUnit.SECONDS)) {
                        kk.tell(
                                "It does not go on here: another process is at it, or a step failed and is tried again.");
                    }
                    break;
                } catch (TimeoutException e) {
                    kk.tell(line(latest(tenant)));
                }
            }
        }
        return print(latest(tenant), wanted);
    }

    private Move latest(Tenant tenant) {
        return kk.bean(Moves.class).get(tenant.id());
    }

    private static String line(Move move) {
        var copied = move.copied();
        return "%s, %d of %d tables, %d rows"
                .formatted(move.step().text(), copied.tables(), copied.all(), copied.rows());
    }

    private int print(Move move, MoveStep wanted) {
        var view = MoveView.of(move);
        kk.print(
                view,
                new Table(
                        List.of("FROM", "TO", "STEP", "TABLES", "ROWS", "LAST ERROR", "REASON"),
                        List.of(Arrays.asList(
                                view.from(),
                                view.to(),
                                view.step(),
                                view.tables(),
                                view.rows(),
                                view.lastError(),
                                view.reason()))));
        return move.step() == wanted ? 0 : 1;
    }
}
