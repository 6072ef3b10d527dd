/** The lists of sessions, their live refresh and the logout dialog. */
@NullMarked
package io.rollcall.ui.sessions;

import org.jspecify.annotations.NullMarked;
