package de.kreiskonzept.admin.doctor;

import java.util.List;

/**
 * What an examination has found.
 *
 * @param examined number of workspaces that were looked at
 * @param findings that are open, by county
 * @param repaired findings that it has repaired
 */
public record Report(int examined, List<Finding> findings, List<Finding> repaired) {
    /** Whether something is left that can be repaired. */
    public boolean isRepairable() {
        return findings.stream().anyMatch(finding -> finding.kind().repairable());
    }
}
