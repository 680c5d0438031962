package de.kreiskonzept.platform.workflow.template;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.workflow.ProcessTemplate;
import de.kreiskonzept.model.workflow.ProcessTemplateYaml;
import de.kreiskonzept.model.yaml.Unreadable;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.web.YamlWords;
import java.util.Map;
import java.util.UUID;

/**
 * What people enter for a process template of their own.
 *
 * @param content YAML
 */
public record TemplateForm(String title, String content) {
    /** What was sent. */
    public static TemplateForm of(Map<String, ?> fields) {
        return new TemplateForm(FieldChecks.field(fields, "title"), FieldChecks.field(fields, "content"));
    }

    /** A template as it stands. */
    public static TemplateForm of(OwnTemplate template) {
        return new TemplateForm(template.title(), template.content());
    }

    /** A template that somebody begins with. */
    public static TemplateForm of(ProcessTemplate template) {
        return new TemplateForm(template.title(), ProcessTemplateYaml.text(template));
    }

    /** What is wrong, in the order of the form; of the text line and reason of its first fault. */
    public FormErrors errors(Texts texts) {
        FormErrors errors = FormErrors.none();
        if (title.isBlank()) {
            errors = errors.with("title", texts.text("workflow.own.fault.title"));
        }
        errors = errors.withLimit("title", title, TextLimits.NAME, texts);
        try {
            ProcessTemplateYaml.read("own", "own", content);
            return errors;
        } catch (Unreadable e) {
            return errors.with("content", YamlWords.sentence(e, texts));
        }
    }

    /** The template; {@link #errors} is empty. */
    OwnTemplate template(UUID id, long version) {
        return new OwnTemplate(id, title, content, version);
    }
}
