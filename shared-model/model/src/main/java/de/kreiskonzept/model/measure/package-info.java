/** What a measure says besides its words: who carries it out, when, what it costs, how far it reaches. */
@NullMarked
package de.kreiskonzept.model.measure;

import org.jspecify.annotations.NullMarked;
