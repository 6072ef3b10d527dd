package io.rollcall.user;

import io.rollcall.audit.AuditLog;
import io.rollcall.text.SortKey;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person's account. Never deleted, only disabled. */
@Entity
@Table(name = "app_user")
public class User {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String email;
    private String name;

    @SuppressWarnings("UnusedVariable") // queries read it
    private String searchText;

    private String nameSort;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean enabled;
    private boolean invited;
    private @Nullable String passwordHash;
    private Instant createdAt;
    private int stamp;

    @SuppressWarnings("NullAway.Init")
    protected User() {}

    @SuppressWarnings("NullAway.Init") // set by edit
    User(EmailAddress email, String name, Role role, Instant createdAt) {
        edit(new Profile(name, email, role));
        this.enabled = true;
        this.invited = true;
        this.createdAt = createdAt;
    }

    public UserId id() {
        return new UserId(Objects.requireNonNull(id, "not stored yet"));
    }

    /** Canonical, lower case. */
    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    /** By what lists sort the name: its {@link SortKey}. */
    public String nameSort() {
        return nameSort;
    }

    public Role role() {
        return role;
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** As lists show and sort it: by {@code enabled}, then {@code invited}. */
    public UserStatus status() {
        return !enabled ? UserStatus.DISABLED : invited ? UserStatus.INVITED : UserStatus.ACTIVE;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** What can be edited. */
    public Profile profile() {
        return new Profile(name, new EmailAddress(email), role);
    }

    /** This person, as audit entries name them. */
    public AuditLog.Party party() {
        return new AuditLog.Party(id().value(), name);
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    /**
     * Grows with each change of role, email, state or password: whatever was given out under another one is void. A new kind
     * of change to what the account may do, or to whose it is, belongs to those that call {@link #renewStamp}.
     */
    int stamp() {
        return stamp;
    }

    private void renewStamp() {
        stamp++;
    }

    final void edit(Profile profile) {
        name = PersonName.required(profile.name());
        if (!profile.email().text().equals(email) || profile.role() != role) {
            renewStamp();
        }
        email = profile.email().text();
        role = profile.role();
        searchText = SearchText.of(name, email);
        nameSort = SortKey.of(name);
    }

    void enable() {
        setEnabled(true);
    }

    void disable() {
        setEnabled(false);
    }

    private void setEnabled(boolean wanted) {
        if (enabled != wanted) {
            renewStamp();
        }
        enabled = wanted;
    }

    void choosePassword(String hash) {
        renewStamp();
        passwordHash = hash;
        accept();
    }

    /** Whoever the account is for has come. */
    void accept() {
        invited = false;
    }

    boolean isEnabledOwner() {
        return enabled && role == Role.ACCOUNT_OWNER;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof User user && id != null && id == user.id().value();
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }

    @Override
    public String toString() {
        return "User " + id;
    }
}
