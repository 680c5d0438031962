/** What the provider uses: console, REST and command line over the registry; its beans exist in the environment console. */
@NullMarked
@Configuration
@Requires(env = "console")
package de.kreiskonzept.admin;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
