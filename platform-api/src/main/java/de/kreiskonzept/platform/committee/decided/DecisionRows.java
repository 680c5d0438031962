package de.kreiskonzept.platform.committee.decided;

import de.kreiskonzept.model.resolution.Ballot;
import de.kreiskonzept.model.resolution.CouncilDecision;
import de.kreiskonzept.model.resolution.DecisionState;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.model.voting.MajorityRule;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.model.voting.Votes;
import de.kreiskonzept.schema.workspace.tables.records.ResolutionDecisionRecord;
import java.time.ZoneOffset;

/** Rows of decisions as records of the model, and the other way round. */
public final class DecisionRows {
    private DecisionRows() {}

    /** The decision of a row. */
    public static CouncilDecision decision(ResolutionDecisionRecord row) {
        return new CouncilDecision(
                row.getId(),
                row.getPaperId(),
                row.getConsultationId(),
                row.getCommitteeId(),
                row.getDecidedOn(),
                Publicity.find(row.getPublicity()).orElseThrow(),
                row.getBody(),
                ballot(row),
                Result.find(row.getResult()).orElseThrow(),
                DecisionState.find(row.getState()).orElseThrow(),
                row.getResponsible(),
                row.getDue(),
                row.getCreatedAt().toInstant(),
                row.getModifiedAt().toInstant(),
                row.getVersion());
    }

    private static Ballot ballot(ResolutionDecisionRecord row) {
        return new Ballot(
                new Votes(row.getYes(), row.getNo(), row.getAbstained(), row.getBiased(), row.getPresent()),
                row.getMembers(),
                MajorityRule.find(row.getMajority()).orElseThrow(),
                row.getGroups());
    }

    /** The row of a decision. */
    public static ResolutionDecisionRecord row(CouncilDecision one) {
        var row = new ResolutionDecisionRecord();
        row.setId(one.id());
        row.setPaperId(one.paperId());
        row.setConsultationId(one.consultationId());
        row.setCommitteeId(one.committeeId());
        row.setDecidedOn(one.day());
        row.setPublicity(one.publicity().text());
        row.setBody(one.text());
        Votes votes = one.ballot().votes();
        row.setYes(votes.yes());
        row.setNo(votes.no());
        row.setAbstained(votes.abstained());
        row.setBiased(votes.biased());
        row.setPresent(votes.present());
        row.setMembers(one.ballot().members());
        row.setGroups(one.ballot().groups());
        row.setMajority(one.ballot().majority().text());
        row.setResult(one.result().text());
        row.setState(one.state().text());
        row.setResponsible(one.responsible());
        row.setDue(one.due());
        row.setCreatedAt(one.createdAt().atOffset(ZoneOffset.UTC));
        row.setModifiedAt(one.modifiedAt().atOffset(ZoneOffset.UTC));
        row.setVersion(one.version());
        return row;
    }
}
