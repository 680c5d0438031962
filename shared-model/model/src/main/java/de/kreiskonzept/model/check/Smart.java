package de.kreiskonzept.model.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All judgements on one goal.
 *
 * @param judgements at most one for each criterion
 */
public record Smart(List<Judgement> judgements) {
    /** Keeps a copy. */
    public Smart {
        judgements = List.copyOf(judgements);
    }

    /** The judgement on this criterion; empty where nobody gave one. */
    public Optional<Judgement> find(Criterion criterion) {
        return judgements.stream().filter(one -> one.criterion() == criterion).findFirst();
    }

    /** What holds for this criterion; open where nobody said anything. */
    public Verdict verdict(Criterion criterion) {
        return find(criterion).map(Judgement::verdict).orElse(Verdict.OPEN);
    }

    /** Grows with each judgement. */
    public long version() {
        return judgements.stream().mapToLong(one -> one.version() + 1).sum();
    }

    /** Those of the verdicts that differ from what holds. */
    public Map<Criterion, Verdict> changes(Map<Criterion, Verdict> verdicts) {
        var changes = new EnumMap<Criterion, Verdict>(Criterion.class);
        verdicts.forEach((criterion, verdict) -> {
            if (verdict(criterion) != verdict) {
                changes.put(criterion, verdict);
            }
        });
        return changes;
    }

    /** Number of criteria with this verdict. */
    public long count(Verdict verdict) {
        return List.of(Criterion.values()).stream()
                .filter(criterion -> verdict(criterion) == verdict)
                .count();
    }
}
