-- Every order of a list is one index: whether the session is active, what the list is sorted by, the id.
-- So a page is a short walk along an index, wherever it is in however long a list.

alter table app_user add column name_sort varchar(200);
update app_user set name_sort = lower(name);
alter table app_user alter column name_sort set not null;
create index app_user_name on app_user (name_sort, id);

-- status = 'ACTIVE', as what all orders begin with: history is sorted across its two states
alter table user_session add column active boolean;
-- the user's name_sort, repeated here because an index cannot reach over to it
alter table user_session add column user_sort varchar(200);
-- 1 and the place in lower case, 2 for a private network, 3 for an unknown location
alter table user_session add column location_sort varchar(500);

update user_session set
    active = (status = 'ACTIVE'),
    user_sort = (select name_sort from app_user where app_user.id = user_id),
    location_sort = case
        when private_network then '2'
        when city is null and country is null then '3'
        else '1' || lower(concat_ws(', ', city, country))
    end;

alter table user_session alter column active set not null;
alter table user_session alter column user_sort set not null;
alter table user_session alter column location_sort set not null;
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
create index user_session_status on user_session (active, status, ended_at, id);
create index user_session_own on user_session (user_id, active, created_at);
