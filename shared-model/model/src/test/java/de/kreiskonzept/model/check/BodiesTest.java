package de.kreiskonzept.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class BodiesTest {
    @Test
    void splitsAtCommasSemicolonsAndLines() {
        assertThat(Bodies.of(
                        List.of("Jobcenter, Caritas", "VHS; Jobcenter", "VHS\nKreisjugendring", "JOBCENTER", " , ")))
                .containsExactly("Jobcenter", "Caritas", "VHS", "Kreisjugendring");
    }

    @Test
    void keepsCommasInBrackets() {
        assertThat(Bodies.of(List.of("Träger (Caritas, Diakonie), Landratsamt")))
                .containsExactly("Träger (Caritas, Diakonie)", "Landratsamt");
    }

    @Property
    void countsEveryBodyOnce(
            @ForAll @Size(max = 8) @UniqueElements(by = SmallLetters.class) List<@NotEmpty @AlphaChars String> names) {
        var texts = new ArrayList<String>();
        texts.add(String.join(", ", names));
        texts.add(String.join(";", names.reversed()));
        assertThat(Bodies.of(texts)).containsExactlyElementsOf(names);
    }

    private static final class SmallLetters implements java.util.function.Function<Object, Object> {
        @Override
        public Object apply(Object name) {
            return SameWords.of((String) name);
        }
    }
}
