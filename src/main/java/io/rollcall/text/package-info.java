/** What a text is that came from outside and goes to the database, to logs or to screens. Knows nothing else. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.rollcall.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
