/** The screens: views, dialogs and their live refresh. No SQL, no security decision, no thread without {@code UI.access}. */
@NullMarked
@ApplicationModule(allowedDependencies = {"session", "directory", "user", "device", "location", "audit", "security"})
package io.rollcall.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
