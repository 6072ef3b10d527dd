-- With the user in it, the sessions of many people are picked from the index without a look at the sessions themselves.
drop index user_session_created;
create index user_session_created on user_session (active, created_at, id) include (user_id);
