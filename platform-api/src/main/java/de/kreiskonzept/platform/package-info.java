/** What a county uses: pages and REST, always inside exactly one workspace; its beans exist in the environment platform. */
@NullMarked
@Configuration
@Requires(env = "platform")
package de.kreiskonzept.platform;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
