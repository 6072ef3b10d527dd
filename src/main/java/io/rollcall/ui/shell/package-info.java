/** The frame around the screens, and the screens that are not about sessions or users lists. */
@NullMarked
package io.rollcall.ui.shell;

import org.jspecify.annotations.NullMarked;
