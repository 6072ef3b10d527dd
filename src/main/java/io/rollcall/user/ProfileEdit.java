package io.rollcall.user;

import io.rollcall.user.Profile.Field;
import java.util.Set;

/**
 * What a person changes of an account: that in which the two differ, and nothing else.
 *
 * @param seen what the person saw
 * @param wished what the person made of it
 */
public record ProfileEdit(Profile seen, Profile wished) {

    /** The account after this edit: what somebody else has changed since stays, unless the person changed it too. */
    Profile of(Profile now) {
        return now.with(seen.differences(wished), wished);
    }

    /** What somebody else has changed since, and to something else than the person wishes. */
    Set<Field> overtakenIn(Profile now) {
        var fields = seen.differences(wished);
        fields.retainAll(seen.differences(now));
        fields.retainAll(wished.differences(now));
        return fields;
    }
}
