package de.kreiskonzept.platform.onboarding.proposal;

import java.util.UUID;

/**
 * What a confirmed proposal has made.
 *
 * @param action key of the action
 * @param question key of the question it came from
 * @param content what made it what it is: name of the template, organisation, committee (with its seats below) or person
 * @param target id of the version, organisation, committee, process or account
 */
public record Created(String action, String question, String content, UUID target) {
    /** What people call it. */
    public String name() {
        return content.lines().findFirst().orElse("");
    }
}
