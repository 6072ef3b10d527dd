/** Where on earth an address is. A missing or broken database means unknown locations, never a failed sign-in.
 * Also what an address is, and the private folder of the program's files. */
@NullMarked
@ApplicationModule(allowedDependencies = {"text"})
package io.rollcall.location;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
