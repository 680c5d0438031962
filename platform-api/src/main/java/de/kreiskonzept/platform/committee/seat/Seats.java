package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.CommitteeKind;
import de.kreiskonzept.model.committee.SeatCount;
import de.kreiskonzept.model.committee.SeatRule;
import de.kreiskonzept.model.committee.SeatSet;
import de.kreiskonzept.model.committee.SeatSet.Instance;
import de.kreiskonzept.platform.committee.CommitteeBook;
import java.util.List;

/** The seats of a rule, whenever they exist. */
final class Seats {
    private Seats() {}

    /** What a rule gives seats for on any day. */
    static List<Instance> instances(CommitteeBook book, SeatRule rule) {
        return switch (rule.count()) {
            case SeatCount.Fixed _, SeatCount.Range _ -> List.of(Instance.SINGLE);
            case SeatCount.PerInstance(int _, SeatSet.Named named) ->
                named.instances().stream()
                        .map(one -> new Instance(one.name(), one.name(), null))
                        .toList();
            case SeatCount.PerInstance(int _, SeatSet.Reporting(CommitteeKind kind)) ->
                book.structure().below(rule.committeeId()).stream()
                        .filter(one -> one.kind() == kind)
                        .map(Seats::instance)
                        .toList();
        };
    }

    private static Instance instance(Committee committee) {
        return new Instance(committee.id().toString(), committee.name(), committee.id());
    }

    /** Keys of {@link #instances}. */
    static List<String> keys(CommitteeBook book, SeatRule rule) {
        return instances(book, rule).stream().map(Instance::key).toList();
    }
}
