-- Copies the application's tables, with their indexes, fill factors and rows, to the schema bench.
create schema bench;

select format('create table bench.%I (like public.%1$I including all) with (%s)', relname,
              coalesce(array_to_string(reloptions, ', '), 'fillfactor = 100'))
  from pg_class
 where oid in ('public.event'::regclass, 'public.account'::regclass, 'public.log'::regclass)
\gexec

insert into bench.event overriding system value select * from public.event;
select setval(pg_get_serial_sequence('bench.event', 'position'), max(position)) as continues_at from bench.event \gset
insert into bench.account select * from public.account;
insert into bench.log select * from public.log;
analyze bench.event, bench.account, bench.log;
