/** A pipe for changes: publishes one with the running transaction, tells every listener once it is committed. Knows no feature's name. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.rollcall.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
