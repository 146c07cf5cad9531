alter table account add column password_history text[] not null default '{}';
comment on column account.password_history is 'hashes that may not be chosen again, oldest first';

-- Finds what has run out, of all projects, to be cleared away.
create index session_expiry on session (expires_at);

-- What was sent to users and has neither been used nor withdrawn. (Table "token" tells how far followers have come.)
create table user_token (
    project_id text        not null,
    id         text        not null,
    user_id    text        not null,
    kind       text        not null,
    secret     text        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (project_id, id)
);
comment on column user_token.secret is 'SHA-256 of what was sent, hexadecimal';
create index user_token_by_user on user_token (user_id, project_id, created_at);
create index user_token_expiry on user_token (expires_at);

-- Messages on their way to people. Not a view: work to be done, which no log brings back.
create table delivery (
    id              uuid        primary key,
    project_id      text        not null,
    user_id         text        not null,
    token_id        text,
    template        text        not null,
    request_id      text        not null,
    request         json,
    next_attempt_at timestamptz not null,
    attempts        integer     not null default 0,
    closed_at       timestamptz,
    reason          text
);
comment on column delivery.token_id is 'the token it is about; null if it is about none';
comment on column delivery.request is 'what it takes to send it; null once closed';
comment on column delivery.reason is 'why the last attempt failed; closed with a reason is a dead letter';
create index delivery_due on delivery (next_attempt_at) where closed_at is null;
create index delivery_closed on delivery (closed_at) where closed_at is not null and reason is null;
