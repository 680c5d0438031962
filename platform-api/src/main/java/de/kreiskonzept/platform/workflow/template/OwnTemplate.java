package de.kreiskonzept.platform.workflow.template;

import de.kreiskonzept.model.workflow.ProcessTemplate;
import de.kreiskonzept.model.workflow.ProcessTemplateYaml;
import de.kreiskonzept.model.yaml.Unreadable;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process template of the county's own.
 *
 * @param content YAML, as {@link ProcessTemplateYaml} reads it
 */
public record OwnTemplate(UUID id, String title, String content, long version) {
    private static final Logger LOG = LoggerFactory.getLogger(OwnTemplate.class);

    /** What it says; empty where a later version of the platform reads less, until somebody mends the text. */
    public Optional<ProcessTemplate> find() {
        try {
            return Optional.of(ProcessTemplateYaml.read(id.toString(), title, content));
        } catch (Unreadable e) {
            LOG.warn("A process template of a county cannot be read any more: {}", e.fault());
            return Optional.empty();
        }
    }
}
