package de.kreiskonzept.platform.concept.topic;

import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.topic.Topic;
import de.kreiskonzept.model.topic.TopicChoice;
import java.util.Optional;

/**
 * A name that sections of a version bear.
 *
 * @param section the first one with it
 * @param place of its field in a form
 * @param choice what the county has said about the name
 * @param proposed topic that the name probably means
 */
public record TopicLine(Section section, int place, TopicChoice choice, Optional<Topic> proposed) {
    /** What a form begins with: what the county has said, or the proposal. */
    public String begin() {
        return choice instanceof TopicChoice.Open ? proposed.map(Topic::key).orElse("") : choice.text();
    }

    /** Whether the form begins with what nobody has confirmed. */
    public boolean isProposal() {
        return choice instanceof TopicChoice.Open && proposed.isPresent();
    }
}
