package de.kreiskonzept.model.onboarding;

import de.kreiskonzept.model.onboarding.Action.CommitteeKind;
import de.kreiskonzept.model.onboarding.Action.Seat;
import de.kreiskonzept.model.onboarding.Proposal.Names;
import de.kreiskonzept.model.structure.Templates;
import de.kreiskonzept.model.workflow.ProcessTemplates;
import de.kreiskonzept.model.yaml.YamlFault;
import de.kreiskonzept.model.yaml.YamlPart;
import java.util.List;
import java.util.Set;

/** Reads when something holds, and what a question proposes. */
final class ProposalYaml {
    private static final List<String> KINDS =
            List.of("structure", "committee", "process", "invitations", "organisations", "municipalities");

    private ProposalYaml() {}

    static Proposal proposal(YamlPart part) {
        part.allow("when", "structure", "committee", "process", "invitations", "organisations", "municipalities");
        List<String> kinds =
                KINDS.stream().filter(kind -> part.find(kind).isPresent()).toList();
        if (kinds.size() != 1) {
            throw part.fault(kinds.isEmpty() ? YamlFault.MISSING : YamlFault.TOO_MUCH, String.join(", ", kinds));
        }
        Condition when = part.find("when").map(ProposalYaml::condition).orElse(new Condition.Always());
        YamlPart value = part.get(kinds.getFirst());
        return switch (kinds.getFirst()) {
            case "structure" -> structure(when, value);
            case "committee" -> committee(when, value);
            case "process" -> process(when, value);
            case "invitations" -> new Names(when, Names.Kind.INVITATIONS, value.text());
            case "organisations" -> new Names(when, Names.Kind.ORGANISATIONS, value.text());
            default -> new Names(when, Names.Kind.MUNICIPALITIES, value.text());
        };
    }

    private static Proposal structure(Condition when, YamlPart part) {
        if (Templates.find(part.text()).isEmpty()) {
            throw part.fault(YamlFault.UNKNOWN_REFERENCE, part.text());
        }
        return new Proposal.Structure(when, part.text());
    }

    private static Proposal committee(Condition when, YamlPart part) {
        part.allow("kind", "name", "from", "tasks", "seats");
        return new Proposal.Committee(
                when,
                part.get("kind").value(CommitteeKind::find),
                part.text("name"),
                part.textOrNone("from"),
                part.texts("tasks"),
                part.list("seats").stream().map(ProposalYaml::seat).toList());
    }

    private static Seat seat(YamlPart part) {
        part.allow("who", "number", "optional");
        int number = part.find("number").isPresent() ? part.number("number") : 1;
        if (number < 1) {
            throw part.get("number").fault(YamlFault.UNKNOWN_VALUE, "0");
        }
        return new Seat(part.text("who"), number, part.isTrue("optional"));
    }

    private static Proposal process(Condition when, YamlPart part) {
        part.allow("template", "begin");
        if (ProcessTemplates.find(part.text("template")).isEmpty()) {
            throw part.get("template").fault(YamlFault.UNKNOWN_REFERENCE, part.text("template"));
        }
        return new Proposal.Procedure(when, part.text("template"), part.text("begin"));
    }

    static Condition condition(YamlPart part) {
        part.allow("field", "is", "missing", "before", "from", "until", "months", "less", "all");
        if (part.find("all").isPresent()) {
            return new Condition.All(
                    part.list("all").stream().map(ProposalYaml::condition).toList());
        }
        if (part.find("missing").isPresent()) {
            return new Condition.Missing(part.text("missing"));
        }
        if (part.find("months").isPresent()) {
            return new Condition.ShorterThan(part.text("from"), part.text("until"), part.number("months"));
        }
        if (part.find("before").isPresent()) {
            return new Condition.Before(part.text("field"), part.text("before"));
        }
        if (part.find("less").isPresent()) {
            return new Condition.LessThan(part.text("field"), part.number("less"));
        }
        YamlPart is = part.get("is");
        return new Condition.Chosen(
                part.text("field"),
                is.isText()
                        ? Set.of(is.text())
                        : Set.copyOf(is.parts().stream().map(YamlPart::text).toList()));
    }
}
