-- With the id it tells the newest sessions of any number of people, without a look at the sessions themselves.
drop index user_session_own;
create index user_session_own on user_session (user_id, active, created_at, id);
