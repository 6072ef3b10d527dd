/** Rollcall: who is signed in, on which device, from where, until when; and end any of those sessions, now. */
@NullMarked
package io.rollcall;

import org.jspecify.annotations.NullMarked;
