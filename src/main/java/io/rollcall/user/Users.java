package io.rollcall.user;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.user.Profile.Field;
import io.rollcall.user.UserChanged.Change;
import io.rollcall.user.UserSearch.Matches;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The organisation's accounts. Administrators see and manage all of them as far as {@link Role#mayManage} goes; everybody
 * else sees and renames only the own one, and any other id answers as one that does not exist.
 */
@Service
public class Users {

    /** Up to how many matches are looked up by their ids; more are found soon along the list's order. */
    private static final int NAMED = 1_000;

    private final UserRepository users;
    private final UserSearch search;
    private final CurrentUsers current;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Users(
            UserRepository users,
            UserSearch search,
            CurrentUsers current,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.users = users;
        this.search = search;
        this.current = current;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The account as it is at this moment, from memory when it has been asked for before. For deciding, not for lists. */
    public Optional<User> current(UserId id) {
        return current.find(id);
    }

    /** The account, locked until the running transaction ends, so that it cannot be disabled meanwhile. */
    @Transactional
    public Optional<User> lock(UserId id) {
        return users.lockById(id.value());
    }

    /** A page of the accounts whose name or email contains the text's words, sorted by properties of {@link User}. */
    @Transactional(readOnly = true)
    public List<User> list(Actor actor, String text, Pageable page) {
        if (actor.role().isAdministrator()) {
            return switch (search.matching(text, NAMED)) {
                case Matches.Few(var ids) -> users.findAllByIdIn(ids, page);
                case Matches.Many(var words) -> users.findAllContaining(words, page);
            };
        }
        return page.getPageNumber() > 0
                ? List.of()
                : users.findById(actor.userId().value()).stream().toList();
    }

    /** How many accounts {@link #list} has in all. */
    @Transactional(readOnly = true)
    public int count(Actor actor, String text) {
        return actor.role().isAdministrator() ? search.count(text) : 1;
    }

    /**
     * Adds an account, which needs an invitation before anybody can sign in to it.
     *
     * @throws EmailTakenException when another account has the email
     * @throws IllegalArgumentException when {@link PersonName} refuses the name
     */
    @Transactional
    public User add(Actor actor, String name, EmailAddress email, Role role) {
        actor.require(actor.role().mayManage(role));
        var user = store(new User(email, name, role, clock.instant()));
        changed(user, Change.ADDED, AuditKind.USER_ADDED, actor, email.text() + ", " + role);
        return user;
    }

    /**
     * Changes of an account what the person changed, and nothing else; people who are not administrators may change the own
     * name only. What somebody else has changed since is overwritten only by a person who has seen it.
     *
     * @return what became of it, or nothing when the actor may not know of such an account
     * @throws EmailTakenException when another account has the email
     * @throws IllegalArgumentException when {@link PersonName} refuses the name
     * @throws LastOwnerException when nobody else is an enabled Account Owner
     */
    @Transactional
    public Optional<Edited> edit(Actor actor, UserId id, ProfileEdit edit) {
        return lockVisible(actor, id).map(user -> {
            var now = user.profile();
            var wished = edit.of(now);
            var changed = now.differences(wished);
            var mayManage = actor.role().mayManage(now.role()) && actor.role().mayManage(wished.role());
            actor.require(mayManage || actor.is(user) && Set.of(Field.NAME).containsAll(changed));
            var overtaken = edit.overtakenIn(now);
            if (!overtaken.isEmpty()) {
                return new Edited.Overtaken(now, overtaken);
            }
            if (!changed.isEmpty()) {
                write(actor, user, wished);
            }
            return new Edited.Saved(user);
        });
    }

    private void write(Actor actor, User user, Profile wished) {
        if (user.isEnabledOwner() && wished.role() != Role.ACCOUNT_OWNER) {
            requireAnotherOwner();
        }
        var before = user.profile();
        user.edit(wished);
        store(user);
        changed(user, Change.EDITED, AuditKind.USER_EDITED, actor, before.changesTo(user.profile()));
    }

    /**
     * Disables an account and, in the same transaction, ends its sessions. Doing so twice changes nothing.
     *
     * @return the account, or nothing when the actor may not know of such an account
     * @throws LastOwnerException when nobody else is an enabled Account Owner
     */
    @Transactional
    public Optional<User> disable(Actor actor, UserId id) {
        return lockVisible(actor, id).map(user -> {
            actor.require(actor.role().mayManage(user.role()));
            if (user.isEnabledOwner()) {
                requireAnotherOwner();
            }
            if (user.isEnabled()) {
                user.disable();
                store(user);
                changed(user, Change.DISABLED, AuditKind.USER_DISABLED, actor, null);
            }
            return user;
        });
    }

    /** Lets a disabled account sign in again. Doing so twice changes nothing. */
    @Transactional
    public Optional<User> enable(Actor actor, UserId id) {
        return lockVisible(actor, id).map(user -> {
            actor.require(actor.role().mayManage(user.role()));
            if (!user.isEnabled()) {
                user.enable();
                store(user);
                changed(user, Change.ENABLED, AuditKind.USER_ENABLED, actor, null);
            }
            return user;
        });
    }

    /** Of two people who demote each other, one waits for the other here and finds out that it is the last. */
    private Optional<User> lockVisible(Actor actor, UserId id) {
        if (!actor.role().isAdministrator() && !actor.userId().equals(id)) {
            return Optional.empty();
        }
        return Optional.ofNullable(users.lockInOrder(List.of(id.value())).get(id.value()));
    }

    private void requireAnotherOwner() {
        if (users.lockEnabled(Role.ACCOUNT_OWNER).size() < 2) {
            throw new LastOwnerException();
        }
    }

    private User store(User user) {
        try {
            return users.saveAndFlush(user);
        } catch (DataIntegrityViolationException e) {
            throw isTwice(e) ? new EmailTakenException() : e;
        }
    }

    /** The email is all that is unique in the table, but not all that it checks. */
    private static boolean isTwice(DataIntegrityViolationException failure) {
        return failure.getCause() instanceof ConstraintViolationException violation
                && violation.getKind() == ConstraintKind.UNIQUE;
    }

    private void changed(User user, Change change, AuditKind kind, Actor actor, @Nullable String detail) {
        audit.append(kind, actor.party(), user.party(), actor.ip(), detail);
        events.publishEvent(new UserChanged(user, change, actor));
    }
}
