-- People who are active leave dead entries at the old end of the indexes by time, which every read from that end passes.
-- A fifth of the table, at which PostgreSQL clears them by itself, would be a million of them.
alter table user_session set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.02);
