/** The screens, in rooms of their own. No SQL, no security decision, no thread without {@code UI.access}. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.rollcall.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
