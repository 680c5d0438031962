/** Benchmarks against a floor: the same work without the platform, alternately in the same run. */
@NullMarked
package de.kreiskonzept.deploy.bench;

import org.jspecify.annotations.NullMarked;
