/** What happens before and around a start: judges all settings and completes some, opens the database and the log's file, follows the
 * commands, and says on the console what there is to say: the one-time links of the first and of a locked-out owner, and why a start
 * failed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"user", "security", "location"})
package io.rollcall.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
