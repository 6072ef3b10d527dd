-- Without statistics, as after a restore or a large import, PostgreSQL sorts a whole list for each of its pages. It looks at
-- the tables by itself a while later; what it knew once of a few hundred rows does for any number.
analyze app_user;
analyze user_session;
