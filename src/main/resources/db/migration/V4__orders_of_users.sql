-- Every order of the list of users is one index.
create index app_user_role on app_user (role, id);
create index app_user_status on app_user (enabled, invited, id);
