package de.kreiskonzept.platform.concept.catalogue;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_TOPIC;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.model.directory.Spelling;
import de.kreiskonzept.model.topic.TopicChoice;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.schema.workspace.tables.records.ConceptTopicRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** All SQL on what the names of a county's sections mean. */
@Singleton
@InWorkspace(readOnly = true)
public class TopicStore {
    private final DSLContext dsl;

    TopicStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Everything the county has said.
     *
     * @param choices by the words of the names
     * @param version grows with each change; 0 where nobody has said anything
     */
    public record Stored(Map<String, TopicChoice> choices, long version) {
        /** What a name means. */
        public TopicChoice of(String name) {
            return choices.getOrDefault(Spelling.words(name), new TopicChoice.Open());
        }

        /** Keys of all topics that names mean. */
        public Set<String> meant() {
            return choices.values().stream()
                    .filter(TopicChoice.Mapped.class::isInstance)
                    .map(TopicChoice::text)
                    .collect(Collectors.toSet());
        }
    }

    /** Everything the county has said. */
    public Stored list() {
        var choices = new HashMap<String, TopicChoice>();
        long version = 0;
        for (ConceptTopicRecord row : dsl.fetch(CONCEPT_TOPIC)) {
            choices.put(row.getWords(), choice(row));
            version += row.getVersion();
        }
        return new Stored(choices, version);
    }

    /** Stores what a name means. */
    @InWorkspace(readOnly = false)
    public void put(String name, TopicChoice choice, Actor who, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        var row = CONCEPT_TOPIC.newRecord();
        row.setWords(Spelling.words(name));
        row.setName(name);
        row.setState(choice.state());
        row.setTopic(choice instanceof TopicChoice.Mapped(String key) ? key : null);
        row.setAccountId(who.id());
        row.setAccountName(who.name());
        row.setCreatedAt(time);
        row.setModifiedAt(time);
        row.setVersion(1L);
        dsl.insertInto(CONCEPT_TOPIC)
                .set(row)
                .onConflict(CONCEPT_TOPIC.WORDS)
                .doUpdate()
                .set(CONCEPT_TOPIC.NAME, row.getName())
                .set(CONCEPT_TOPIC.STATE, row.getState())
                .set(CONCEPT_TOPIC.TOPIC, row.getTopic())
                .set(CONCEPT_TOPIC.ACCOUNT_ID, row.getAccountId())
                .set(CONCEPT_TOPIC.ACCOUNT_NAME, row.getAccountName())
                .set(CONCEPT_TOPIC.MODIFIED_AT, time)
                .set(CONCEPT_TOPIC.VERSION, CONCEPT_TOPIC.VERSION.plus(1))
                .execute();
    }

    // A topic that a later version of the catalogue has no longer is kept for whoever means it.
    private static TopicChoice choice(ConceptTopicRecord row) {
        return switch (row.getState()) {
            case "mapped" -> new TopicChoice.Mapped(Objects.requireNonNull(row.getTopic()));
            case "unmapped" -> new TopicChoice.Unmapped();
            default -> new TopicChoice.Open();
        };
    }
}
