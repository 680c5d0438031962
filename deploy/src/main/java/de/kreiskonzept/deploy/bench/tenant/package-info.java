/** What many workspaces cost: building, migrating, exporting and serving them, with a few and with many. */
@NullMarked
package de.kreiskonzept.deploy.bench.tenant;

import org.jspecify.annotations.NullMarked;
