-- Renames tables and columns after what they hold. Statements of earlier versions fail from here on: their nodes have to be
-- stopped before this runs. No function of an earlier migration mentions a renamed table or column.

-- How far each subscriber of the log has come: a row per subscriber and segment.
alter table token rename to log_subscription;
alter table log_subscription rename constraint token_pkey to log_subscription_pkey;
comment on table log_subscription is 'how far each subscriber of the log has come, and which node works on its segment';

-- The tokens of the API: sent to users, and not yet ended by an event.
alter table user_token rename to token;
alter table token rename constraint user_token_pkey to token_pkey;
alter index user_token_by_user rename to token_by_user;
alter index user_token_expiry rename to token_expiry;
comment on table token is 'tokens that were sent to users and that no event has ended yet; may include expired ones';

alter table event rename column occasion to metadata;
comment on column event.metadata is 'circumstances of the request that caused the event: request ID, IP address, user agent, audit';

-- PostgreSQL 18 and later also names constraints on columns that are not null.
do $$
declare
    old record;
begin
    for old in
        select conrelid::regclass as relation, conname as name,
               case conrelid
                   when 'log_subscription'::regclass then regexp_replace(conname, '^token_', 'log_subscription_')
                   when 'token'::regclass then regexp_replace(conname, '^user_token_', 'token_')
                   else replace(conname, 'event_occasion_', 'event_metadata_')
               end as new_name
          from pg_constraint
         where contype = 'n' and conrelid in ('log_subscription'::regclass, 'token'::regclass, 'event'::regclass)
    loop
        if old.name <> old.new_name then
            execute format('alter table %s rename constraint %I to %I', old.relation, old.name, old.new_name);
        end if;
    end loop;
end
$$;
