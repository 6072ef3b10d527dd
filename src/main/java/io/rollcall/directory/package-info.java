/** Lists, searches and counts sessions. Writes none. */
@NullMarked
@ApplicationModule(allowedDependencies = {"session", "user", "cluster"})
package io.rollcall.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
