/** The register of decisions: what committees decided, how they voted, how far it is carried out, and which measures it carries. */
@NullMarked
package de.kreiskonzept.platform.resolution.register;

import org.jspecify.annotations.NullMarked;
