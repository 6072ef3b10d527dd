/** The screens before sign-in: login, set-up, invitation. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ui.shell", "ui.parts", "security", "session", "user"})
package io.rollcall.ui.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
