/** What the console says around the start: the one-time links of the first and of a locked-out owner, and why a start failed.
 * Makes the database's file and the log's before anybody else would. */
@NullMarked
@ApplicationModule(allowedDependencies = {"user", "security", "location"})
package io.rollcall.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
