/** What may get into the log, and how much of it a request may cause. Knows no feature. */
@NullMarked
@ApplicationModule(allowedDependencies = {"text"})
package io.rollcall.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
