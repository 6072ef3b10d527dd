package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.rollcall.session.EndReason;
import io.rollcall.session.LiveSession;
import io.rollcall.session.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table, cell by cell. */
@Tag("S63")
class AdmissionTests {

    private static final Verdict VALID = new Verdict.Valid(mock(LiveSession.class));
    private static final List<Verdict> OVER =
            List.of(new Verdict.Ended(EndReason.LOGGED_OUT, false), new Verdict.Unknown());

    /** For somebody who is signed in: with no pages, those of nobody, their own, those of another. */
    @ParameterizedTest
    @CsvSource({
        "STATIC,    PASS_WITHOUT_PAGES, PASS_WITHOUT_PAGES, PASS_WITHOUT_PAGES, PASS_WITHOUT_PAGES",
        "PAGE,      PASS,               AFRESH,             PASS,               AFRESH",
        "SIGN_IN,   PASS,               AFRESH,             PASS,               AFRESH",
        "INIT,      PASS,               AFRESH,             PASS,               AFRESH",
        "UIDL,      PASS,               AFRESH,             PASS,               AFRESH",
        "HEARTBEAT, PASS,               AFRESH,             PASS,               AFRESH",
        "RESOURCE,  PASS,               AFRESH,             PASS,               AFRESH",
        "PUSH,      UNAUTHORIZED,       UNAUTHORIZED,       PASS,               UNAUTHORIZED",
        "HEALTH,    PASS_WITHOUT_PAGES, PASS_WITHOUT_PAGES, PASS_WITHOUT_PAGES, PASS_WITHOUT_PAGES",
        "ACTUATOR,  PASS,               AFRESH,             PASS,               AFRESH",
        "API,       PASS_WITHOUT_PAGES, PASS_WITHOUT_PAGES, PASS_WITHOUT_PAGES, PASS_WITHOUT_PAGES",
        "UNKNOWN,   BAD_REQUEST,        BAD_REQUEST,        BAD_REQUEST,        BAD_REQUEST",
    })
    void whoIsSignedInReachesTheirOwnPagesAndNoOthers(
            RequestKind kind, Admission none, Admission ofNobody, Admission own, Admission ofAnother) {
        assertThat(row(kind, VALID)).containsExactly(none, ofNobody, own, ofAnother);
    }

    /** With the cookie of an ended session: with no pages, those of nobody, those of somebody. */
    @ParameterizedTest
    @CsvSource({
        "STATIC,    PASS_WITHOUT_PAGES, PASS_WITHOUT_PAGES, PASS_WITHOUT_PAGES",
        "PAGE,      PASS,               PASS,               AFRESH",
        "SIGN_IN,   PASS,               PASS,               AFRESH",
        "INIT,      PASS,               PASS,               AFRESH",
        "UIDL,      REFRESH,            PASS,               REFRESH",
        "HEARTBEAT, UNAUTHORIZED,       PASS,               UNAUTHORIZED",
        "RESOURCE,  UNAUTHORIZED,       PASS,               UNAUTHORIZED",
        "PUSH,      UNAUTHORIZED,       PASS,               UNAUTHORIZED",
        "HEALTH,    PASS_WITHOUT_PAGES, PASS_WITHOUT_PAGES, PASS_WITHOUT_PAGES",
        "ACTUATOR,  UNAUTHORIZED,       UNAUTHORIZED,       UNAUTHORIZED",
        "API,       UNAUTHORIZED,       UNAUTHORIZED,       UNAUTHORIZED",
        "UNKNOWN,   BAD_REQUEST,        BAD_REQUEST,        BAD_REQUEST",
    })
    void whoseSessionHasEndedReachesNobodysPagesAtMost(
            RequestKind kind, Admission none, Admission ofNobody, Admission ofAnother) {
        var row = row(kind, OVER.getFirst());
        assertThat(List.of(row.get(0), row.get(1), row.get(3))).containsExactly(none, ofNobody, ofAnother);
    }

    /** Where a page leads is for those to say who know whom it is for; another way of signing in may answer before. */
    @Test
    void whoIsNobodyIsTreatedLikeSomebodyWhoseSessionHasEnded() {
        for (var kind : RequestKind.values()) {
            assertThat(row(kind, OVER.getLast())).as(kind.name()).isEqualTo(row(kind, OVER.getFirst()));
        }
    }

    @Test
    void noKindOfRequestReachesPagesThatBelongToASessionWithoutItsValidCookie() {
        for (var kind : RequestKind.values()) {
            for (var verdict : List.of(VALID, OVER.getFirst(), OVER.getLast())) {
                assertThat(Admission.of(kind, verdict, Pages.OF_ANOTHER))
                        .as("%s %s", kind, verdict)
                        .isNotEqualTo(Admission.PASS);
            }
        }
    }

    @Test
    void aDatabaseThatIsAwayKeepsNobodyFromFilesAndHealth() {
        assertThat(RequestKind.values())
                .filteredOn(RequestKind::isForEverybody)
                .containsExactlyInAnyOrder(RequestKind.STATIC, RequestKind.HEALTH)
                .allSatisfy(kind -> assertThat(Admission.of(kind, new Verdict.Unknown(), Pages.NONE))
                        .isEqualTo(Admission.PASS_WITHOUT_PAGES));
    }

    private static List<Admission> row(RequestKind kind, Verdict verdict) {
        var row = new ArrayList<Admission>();
        for (var pages : Pages.values()) {
            row.add(Admission.of(kind, verdict, pages));
        }
        return row;
    }
}
