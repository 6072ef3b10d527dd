/** Who did what to whom, and when: append-only, written inside the transaction that it records,
 * and told to the log {@code rollcall.security} after it. Knows no feature's types. */
@NullMarked
@ApplicationModule(allowedDependencies = {"text"})
package io.rollcall.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
