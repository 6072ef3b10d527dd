/** What the web server does with a request before and after everything of ours: threads, time, size, and its own answers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"security", "log"})
package io.rollcall.container;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
