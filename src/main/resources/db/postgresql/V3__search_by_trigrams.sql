-- Finds parts of names and emails without reading every account. Where the extension is missing and may not be created,
-- searches read the whole table, with the same result.
do $$
begin
    create extension if not exists pg_trgm;
    -- it may be there already, in a schema of its own
    execute format(
        'create index app_user_search on app_user using gin (search_text %s.gin_trgm_ops)',
        (select extnamespace::regnamespace from pg_extension where extname = 'pg_trgm'));
exception
    when insufficient_privilege or feature_not_supported or undefined_file then
        raise notice 'Searches go without an index: %', sqlerrm;
end
$$;
