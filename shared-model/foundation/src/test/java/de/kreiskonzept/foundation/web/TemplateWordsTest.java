package de.kreiskonzept.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateWordsTest {

    @Test
    void seesNoWordsInCodeTagsAndComments() {
        assertThat(TemplateWords.in("""
                @import java.util.List
                @param List<String> names
                !{var first = names.isEmpty() ? "Nichts" : names.getFirst();}
                <%-- Hinweis --%><!-- Hinweis --><p class="kk-lead" id="f-${first}">${page.t("home.lead", first)}&nbsp;…</p>
                @if(names.size() > 1)<br>@elseif(names.isEmpty())12 %@else-@endif
                @template.frame.page(page = page, content = @`<b>${first}</b>`)
                """)).isEmpty();
    }

    @Test
    void seesWordsInTextAndReadableAttributes() {
        assertThat(TemplateWords.in("<p>Noch kein Konzept</p><a aria-label=\"Neues Ziel\">${x}</a>"))
                .containsExactly("Neues Ziel", "Noch kein Konzept");
    }

    @Test
    void seesWordsInContentThatIsHandedOn() {
        assertThat(TemplateWords.in("@template.frame.page(page = page, content = @`<p>${a(b)} Ziele</p>`) Ende"))
                .containsExactly("Ziele", "Ende");
    }
}
