-- Every order of a list is one index: whether the session is active, what the list is sorted by, the id.
-- So a page is a short walk along an index, wherever it is in however long a list.

-- the name's key in a collation that is the same in every database, made in Java
alter table app_user add column name_sort varchar(200) not null;
create index app_user_name on app_user (name_sort, id);

-- status = 'ACTIVE', as what all orders begin with: history is sorted across its two states
alter table user_session add column active boolean not null;
-- the user's name_sort, repeated here because an index cannot reach over to it
alter table user_session add column user_sort varchar(200) not null;
-- 1 and the place's key, 2 for a private network, 3 for an unknown location
alter table user_session add column location_sort varchar(201) not null;

alter table user_session add constraint user_session_active check (active = (status = 'ACTIVE'));

drop index user_session_created;
drop index user_session_last_active;
drop index user_session_expires;
drop index user_session_location;
drop index user_session_ended;
drop index user_session_user;

create index user_session_created on user_session (active, created_at, id);
create index user_session_last_active on user_session (active, last_active_slot, id);
create index user_session_expires on user_session (active, expires_slot, id);
create index user_session_user on user_session (active, user_sort, user_id, created_at, id);
create index user_session_location on user_session (active, location_sort, id);
create index user_session_ended on user_session (active, ended_at, id);
create index user_session_reason on user_session (end_reason, ended_at, id);
create index user_session_status on user_session (active, status, ended_at, id);
create index user_session_own on user_session (user_id, active, created_at);
