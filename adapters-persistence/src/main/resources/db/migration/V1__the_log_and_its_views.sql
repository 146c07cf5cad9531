-- The log: what happened. Everything below it can be rebuilt from it.
create table event (
    position   bigint generated always as identity primary key,
    tx         xid8        not null default pg_current_xact_id(),
    id         uuid        not null,
    project_id text        not null,
    user_id    text        not null,
    type       text        not null,
    at         timestamptz not null,
    payload    json        not null,
    occasion   json        not null
);
comment on column event.tx is 'commits in order of (tx, position) are never missed by those who follow the log';
create index event_by_commit on event (tx, position);

-- Which histories an event belongs to. An event that no later decision depends on belongs to none.
create table event_tag (
    tag      text   not null,
    position bigint not null,
    primary key (tag, position)
);

-- Serialises writers, then refuses those whose histories grew since they read them. Runs before the first insert, so
-- that positions and transaction IDs of one account's events are given out in the order of their commits.
create function guard_streams(locks text[], tags text[], positions bigint[]) returns void
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock(lock)
       from (select distinct hashtextextended(name, 0) as lock from unnest(locks) as name order by 1) as sorted;
    for i in 1 .. cardinality(tags) loop
        perform from event_tag where tag = tags[i] and position > positions[i] limit 1;
        if found then
            raise exception 'a stream has moved' using errcode = 'GH001';
        end if;
    end loop;
end
$$;

-- The views: what answers reads, written in the transaction that appends. Their secondary indexes begin with what differs
-- most: a plan made while a table was small can then not mistake a whole project for one row.
create table account (
    project_id          text        not null,
    id                  text        not null,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    name                text,
    blocked             boolean     not null default false,
    labels              text[]      not null default '{}',
    password            text,
    password_updated_at timestamptz,
    email               text,
    phone               text,
    email_verified      boolean     not null default false,
    phone_verified      boolean     not null default false,
    mfa                 boolean     not null default false,
    preferences         text        not null default '{}',
    targets             jsonb       not null default '[]',
    accessed_at         timestamptz not null,
    primary key (project_id, id)
) with (fillfactor = 80);
comment on column account.targets is 'the rows of target once more, so that whoever calls is recognised in one lookup';
create unique index account_email on account (email, project_id);
create unique index account_phone on account (phone, project_id);

create table session (
    project_id     text        not null,
    id             text        not null,
    user_id        text        not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    expires_at     timestamptz not null,
    secret         text        not null,
    provider       text        not null,
    provider_uid   text        not null,
    ip             text        not null,
    client         text[]      not null,
    country_code   text        not null,
    factors        text[]      not null,
    mfa_updated_at timestamptz,
    primary key (project_id, id)
);
comment on column session.secret is 'SHA-256 of what the client holds, hexadecimal';
comment on column session.client is
    'os code, name, version; client type, code, name, version, engine, engine version; device name, brand, model';
create unique index session_secret on session (secret, project_id);
create index session_by_user on session (user_id, project_id, created_at);

create table target (
    project_id    text        not null,
    id            text        not null,
    user_id       text        not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    name          text        not null default '',
    provider_id   text,
    provider_type text        not null,
    identifier    text        not null,
    expired       boolean     not null default false,
    primary key (project_id, id)
);
create unique index target_identifier on target (identifier, project_id);
create index target_by_user on target (user_id, project_id, created_at);

create table log (
    project_id text        not null,
    user_id    text        not null,
    at         timestamptz not null,
    event_id   uuid        not null,
    event      text        not null,
    user_email text        not null,
    user_name  text        not null,
    ip         text        not null,
    user_agent text        not null,
    primary key (project_id, user_id, at, event_id)
);

-- How far each follower of the log has come.
create table token (
    processor  text    not null,
    segment    integer not null,
    mask       integer not null,
    tx         xid8,
    position   bigint,
    owner      text,
    claimed_at timestamptz,
    primary key (processor, segment)
);

-- Counters are worth nothing after a crash, so they are not written ahead.
create unlogged table rate_limit (
    key          bytea   primary key,
    window_start bigint  not null,
    window_end   bigint  not null,
    count        integer not null
) with (fillfactor = 70);

-- Counts one request under each key in order, until one is exhausted. Answers each key's count before this request.
create function take_rate_limit(keys bytea[], start bigint, length bigint, most integer) returns integer[]
    language plpgsql as $$
declare
    before integer[] := '{}';
    taken  integer;
begin
    for i in 1 .. cardinality(keys) loop
        insert into rate_limit as r (key, window_start, window_end, count) values (keys[i], start, start + length, 1)
            on conflict (key) do update
               set count = case when r.window_start = start then r.count + 1 else 1 end,
                   window_start = start, window_end = start + length
             where r.window_start <> start or r.count < most
            returning count into taken;
        if not found then
            return before || most;
        end if;
        before := before || (taken - 1);
    end loop;
    return before;
end
$$;
