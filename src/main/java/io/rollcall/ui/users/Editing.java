package io.rollcall.ui.users;

import io.rollcall.security.CurrentUser;
import io.rollcall.user.Edited;
import io.rollcall.user.Profile;
import io.rollcall.user.ProfileEdit;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import java.util.Optional;

/** One person's edit of one account: knows what that person has seen of it, so that nothing else is written than what they changed. */
class Editing implements UserDialog.Saving {

    private final CurrentUser currentUser;
    private final Users users;
    private final long userId;
    private final Runnable done;
    private Profile seen;

    /**
     * @param user as the person sees it when the edit begins
     * @param done runs after it has been saved
     */
    Editing(CurrentUser currentUser, Users users, User user, Runnable done) {
        this.currentUser = currentUser;
        this.users = users;
        this.userId = user.id();
        this.seen = user.profile();
        this.done = done;
    }

    /** Whoever is told that something was overtaken has seen it then, and decides by saving again. */
    @Override
    public Optional<Edited.Overtaken> save(Profile typed) {
        var edit = new ProfileEdit(seen, typed);
        return switch (UserActions.known(users.edit(currentUser.require(), userId, edit))) {
            case Edited.Saved saved -> {
                done.run();
                yield Optional.empty();
            }
            case Edited.Overtaken overtaken -> {
                seen = overtaken.seenAfter(seen);
                yield Optional.of(overtaken);
            }
        };
    }
}
