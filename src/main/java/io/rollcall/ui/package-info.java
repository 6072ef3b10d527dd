/**
 * The screens, in rooms of their own ({@code docs/decisions/2026-11-29-rooms.md}). No SQL, no security decision, no
 * thread without {@code UI.access}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.rollcall.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
