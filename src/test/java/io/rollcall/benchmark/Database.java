package io.rollcall.benchmark;

import java.util.List;

/**
 * Where an installation keeps its rows.
 *
 * @param settings with which Rollcall uses it, as on its command line
 */
record Database(Kind kind, List<String> settings) {

    enum Kind {
        H2("H2 file"),
        POSTGRESQL("PostgreSQL");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
