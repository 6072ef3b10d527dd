package io.rollcall.benchmark;

/**
 * A row of the table.
 *
 * @param id the measure's name
 * @param work what was done
 * @param ours what it costs with us
 * @param peer what it costs with the other
 * @param ratio of the two, in the direction that the floor is meant
 * @param floor what it has to be
 * @param goal what we want it to be
 * @param verdict which of them it reached
 * @param spread between the rounds
 */
record Result(
        String id,
        String work,
        String ours,
        String peer,
        String ratio,
        String floor,
        String goal,
        Verdict verdict,
        String spread) {

    enum Verdict {
        GOAL,
        FLOOR,
        SHORT,
        FAILED;

        static Verdict of(boolean meetsFloor, boolean meetsGoal) {
            return meetsFloor && meetsGoal ? GOAL : meetsFloor ? FLOOR : SHORT;
        }
    }

    static final String NONE = "–";

    static Result failed(String id, Throwable failure) {
        var what = "failed: " + String.valueOf(failure).lines().findFirst().orElse("");
        return new Result(id, what, NONE, NONE, NONE, NONE, NONE, Verdict.FAILED, "");
    }
}
