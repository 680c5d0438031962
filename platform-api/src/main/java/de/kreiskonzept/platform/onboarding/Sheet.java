package de.kreiskonzept.platform.onboarding;

import java.util.List;

/**
 * The form of a question as it is shown.
 *
 * @param version of the answer that it will change
 * @param stored where somebody was faster: fields with what is stored and differs
 */
public record Sheet(AnswerForm form, long version, List<AnswerWords.Line> stored) {}
