-- Grows with each change of the account's role, email, state or password; a one-time link is good for the one it was issued under.
alter table app_user add column stamp integer default 0 not null;

-- Nobody knows what the pending links were issued under, so they end here; new ones are a click away.
delete from invitation;
alter table invitation add column account_stamp integer not null;
-- null: issued at the server's console
alter table invitation add column issued_by bigint references app_user;
