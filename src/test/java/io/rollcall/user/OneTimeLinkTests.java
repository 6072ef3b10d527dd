package io.rollcall.user;

import static io.rollcall.user.IssuedLink.CHOSEN;
import static io.rollcall.user.IssuedLink.IP;
import static io.rollcall.user.IssuedLink.PASSWORD;
import static io.rollcall.user.IssuedLink.becoming;
import static io.rollcall.user.IssuedLink.disabling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.user.IssuedLink.Change;
import io.rollcall.user.IssuedLink.Kind;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a one-time link does not outlive: each change, for each kind of link. */
@DomainTest
@Tag("S62")
class OneTimeLinkTests {

    @Autowired
    private ApplicationContext rooms;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Passwords passwords;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    static Stream<Arguments> ends() {
        return everyKindWith(Stream.of(
                new Named("another role", t -> t.becomes(t.account, Role.BILLING_MANAGER)),
                new Named("another role and back", t -> {
                    var before = t.account.role();
                    t.becomes(t.account, Role.CUSTOMER);
                    t.becomes(t.account, before);
                }),
                new Named("another email", t -> t.isReachedBy(t.account, "right@example.com")),
                new Named("another email and back", t -> {
                    t.isReachedBy(t.account, "right@example.com");
                    t.isReachedBy(t.account, "ada@example.com");
                }),
                new Named("disabled", t -> t.users.disable(t.boss, t.account.id())),
                new Named("disabled and enabled again", t -> {
                    t.users.disable(t.boss, t.account.id());
                    t.users.enable(t.boss, t.account.id());
                }),
                new Named(
                        "the person's own new password",
                        t -> t.passwords.change(People.actor(t.account), PASSWORD, "a yellow bicycle")),
                new Named("a newer link", t -> t.invitations.issue(t.boss, t.account.id())),
                new Named("its use", t -> t.invitations.accept(t.secret, "a yellow bicycle", IP)),
                new Named("seven days", t -> t.clock.advance(Duration.ofDays(7)))));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void aLinkDoesNotOutlive(Kind kind, Change change) {
        var issued = new IssuedLink(rooms, kind);
        change.happen(issued);
        issued.assertGone();
    }

    static Stream<Arguments> endsWithItsIssuer() {
        return Stream.of(
                argumentSet("an owner who is disabled", Kind.BY_OWNER, disabling()),
                argumentSet("an owner who becomes a user", Kind.BY_OWNER, becoming(Role.USER)),
                argumentSet("an owner who becomes a customer", Kind.BY_OWNER, becoming(Role.CUSTOMER)),
                argumentSet("of an owner: one who is disabled", Kind.BY_OWNER_FOR_AN_OWNER, disabling()),
                argumentSet(
                        "of an owner: one who becomes a manager",
                        Kind.BY_OWNER_FOR_AN_OWNER,
                        becoming(Role.BILLING_MANAGER)),
                argumentSet("a manager who is disabled", Kind.BY_MANAGER, disabling()),
                argumentSet("one who is disabled and enabled again", Kind.BY_MANAGER, (Change) t -> {
                    t.users.disable(t.boss, t.issuer.id());
                    t.users.enable(t.boss, t.issuer.id());
                }),
                argumentSet("one who becomes a user and a manager again", Kind.BY_MANAGER, (Change) t -> {
                    t.becomes(t.issuer, Role.USER);
                    t.becomes(t.issuer, Role.BILLING_MANAGER);
                }),
                argumentSet(
                        "of an owner: one who becomes a manager and an owner again",
                        Kind.BY_OWNER_FOR_AN_OWNER,
                        (Change) t -> {
                            t.becomes(t.issuer, Role.BILLING_MANAGER);
                            t.becomes(t.issuer, Role.ACCOUNT_OWNER);
                        }),
                argumentSet("a manager who becomes a user", Kind.BY_MANAGER, becoming(Role.USER)));
    }

    @ParameterizedTest
    @MethodSource("endsWithItsIssuer")
    void aLinkDoesNotOutliveItsIssuersRightToIssueIt(Kind kind, Change change) {
        var issued = new IssuedLink(rooms, kind);
        change.happen(issued);
        issued.assertGone();
    }

    static Stream<Arguments> doesNotTouch() {
        return everyKindWith(Stream.of(
                new Named("nothing", t -> {}),
                new Named("another name", t -> t.edit(t.account, "Ada King", t.account.email(), t.account.role())),
                new Named("enabling what is enabled", t -> t.users.enable(t.boss, t.account.id())),
                new Named("the issuer's other email", t -> t.isReachedBy(t.issuer, "issuer@example.com")),
                new Named("the issuer's promotion", t -> t.becomes(t.issuer, Role.ACCOUNT_OWNER)),
                new Named("another person's link", t -> t.invitations.issue(t.boss, t.issuer.id())),
                new Named(
                        "seven days but a moment",
                        t -> t.clock.advance(Duration.ofDays(7).minusMillis(1)))));
    }

    @ParameterizedTest
    @MethodSource("doesNotTouch")
    void aLinkStaysGoodAfter(Kind kind, Change change) {
        var issued = new IssuedLink(rooms, kind);
        change.happen(issued);
        invitations.sweep();
        assertThat(invitations.invited(issued.secret)).contains(issued.account);
        assertThat(invitations.accept(issued.secret, CHOSEN, IP)).contains(issued.account);
    }

    @Test
    void anOwnersLinkForAUserOutlivesTheOwnersBecomingAManager() {
        var issued = new IssuedLink(rooms, Kind.BY_OWNER);
        issued.becomes(issued.issuer, Role.BILLING_MANAGER);
        assertThat(invitations.accept(issued.secret, CHOSEN, IP)).contains(issued.account);
    }

    @Test
    void nothingIsLeftOfALinkWhoseIssuerHasNoAccount() {
        var issued = new IssuedLink(rooms, Kind.BY_OWNER);
        assertThat(jdbc.queryForObject("select issued_by from invitation", Long.class))
                .isEqualTo(issued.issuer.id().value());
        var link = new Invitation(issued.account, 987_654_321L, issued.secret, clock.instant());
        assertThat(link.isGood(issued.account, null, clock.instant())).isFalse();
        assertThat(link.isGood(issued.account, issued.issuer, clock.instant()))
                .as("by somebody else")
                .isFalse();
        assertThat(new Invitation(issued.issuer, null, issued.secret, clock.instant())
                        .isGood(issued.account, null, clock.instant()))
                .as("for somebody else")
                .isFalse();
    }

    /** Tried: a Billing Manager issues a link for a User, who is promoted; the link made an Account Owner of its holder. */
    @Test
    @Tag("S20")
    void aBillingManagerDoesNotBecomeAnOwnerByALinkFromBefore() {
        var issued = new IssuedLink(rooms, Kind.BY_MANAGER);
        issued.becomes(issued.account, Role.ACCOUNT_OWNER);
        issued.assertGone();
        assertThat(passwords.authenticate(issued.account.email(), CHOSEN)).isEmpty();
        assertThat(passwords.authenticate(issued.account.email(), PASSWORD)).isPresent();
    }

    @Test
    @Tag("S55")
    void aLinkIssuedWhileTheClockRanAheadIsGoodForSevenDaysFromWhenItIsRight() {
        clock.advance(Duration.ofDays(400));
        var issued = new IssuedLink(rooms, Kind.BY_OWNER);
        clock.reset();
        invitations.sweep();
        clock.advance(Duration.ofDays(7).minusMillis(1));
        invitations.sweep();
        assertThat(invitations.invited(issued.secret)).contains(issued.account);
        clock.advance(Duration.ofMillis(1));
        issued.assertGone();
    }

    @Test
    void aLinkWhoseTimeIsOverIsForgotten() {
        var issued = new IssuedLink(rooms, Kind.BY_OWNER);
        clock.advance(Duration.ofDays(7).minusMillis(1));
        invitations.sweep();
        assertThat(jdbc.queryForObject("select count(*) from invitation", Integer.class))
                .isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        invitations.sweep();
        assertThat(jdbc.queryForObject("select count(*) from invitation", Integer.class))
                .isZero();
    }

    private record Named(String name, Change change) {}

    private static Stream<Arguments> everyKindWith(Stream<Named> changes) {
        return changes.flatMap(named ->
                Stream.of(Kind.values()).map(kind -> argumentSet(kind + ": " + named.name, kind, named.change)));
    }
}
