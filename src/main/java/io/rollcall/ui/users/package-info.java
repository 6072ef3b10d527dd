/** The list of users and its dialogs. */
@NullMarked
package io.rollcall.ui.users;

import org.jspecify.annotations.NullMarked;
