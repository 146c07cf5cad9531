-- The writes of an update of the preferences: an event, the account's row, and an entry in the user's log.
\set user random(1, :users)
\set visits random(1, 1000000)
begin;
insert into event (id, project_id, user_id, type, at, payload, metadata)
values (gen_random_uuid(), 'bench', 'reader' || :user, 'user.preferences.replaced.v1', now(),
        ('{"account":"reader' || :user || '","preferences":"{\"theme\":\"dark\",\"language\":\"en\",\"visits\":'
            || :visits || '}","at":"2026-01-01T00:00:00.000000Z"}')::json,
        '{"requestId":"0190a1b2c3d4e5f60718","ip":"127.0.0.1","userAgent":"UNKNOWN","audit":"USER_UPDATE"}');
update account
   set preferences = '{"theme":"dark","language":"en","visits":' || :visits || '}', updated_at = now()
 where project_id = 'bench' and id = 'reader' || :user;
insert into log (project_id, user_id, at, event_id, event, ip, user_agent, user_email, user_name)
select project_id, id, now(), gen_random_uuid(), 'user.update', '127.0.0.1', 'UNKNOWN',
       coalesce(email, ''), coalesce(name, '')
  from account
 where project_id = 'bench' and id = 'reader' || :user;
commit;
