alter table account add column totp boolean not null default false;
comment on column account.totp is 'authenticator.verified once more, so that whoever calls is recognised in one lookup';

-- The authenticator app of each user who has one, verified or not.
create table authenticator (
    project_id text        not null,
    user_id    text        not null,
    id         text        not null,
    secret     text        not null,
    verified   boolean     not null default false,
    created_at timestamptz not null,
    primary key (project_id, user_id)
);
comment on column authenticator.secret is 'sealed';

-- The latest set of recovery codes of each user who ever made one.
create table recovery_codes (
    project_id text        not null,
    user_id    text        not null,
    id         text        not null,
    digests    text[]      not null,
    sealed     text,
    created_at timestamptz not null,
    primary key (project_id, user_id)
);
comment on column recovery_codes.digests is 'of the codes that nobody has used, in the order in which they were made';
comment on column recovery_codes.sealed is 'all codes, used ones included; null where their owner may not see them again, or has used them up';

-- Finds what a project that has become strict has to conceal: then there is nothing left to find.
create index recovery_codes_readable on recovery_codes (project_id, user_id) where sealed is not null;

-- What was put to users and has been neither passed nor withdrawn.
create table challenge (
    project_id text        not null,
    id         text        not null,
    user_id    text        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (project_id, id)
);
create index challenge_by_user on challenge (user_id, project_id);
create index challenge_expiry on challenge (expires_at);

alter table delivery add column challenge_id text;
comment on column delivery.challenge_id is 'the challenge it is about; null if it is about none';

alter table target add column session_id text;
comment on column target.session_id is 'the session it ends with; null if it is tied to none';

-- Accounts copy their oldest targets, however many there are: the index tells them in that order.
create index target_by_age on target (user_id, project_id, created_at, id);
drop index target_by_user;

-- What kinds of device each user has signed in from.
create table known_device (
    project_id text not null,
    user_id    text not null,
    device     text not null,
    primary key (project_id, user_id, device)
);
comment on column known_device.device is 'os name | client name | device brand | device model';

-- As if it had been there from the beginning: whoever left, and came back, came back as a stranger.
with departure as (
    select project_id, user_id, max(position) as position from event where type = 'user.deleted.v1' group by 1, 2)
insert into known_device (project_id, user_id, device)
select distinct e.project_id, e.user_id,
       concat_ws(' | ', e.payload -> 'client' ->> 'osName', e.payload -> 'client' ->> 'clientName',
                 e.payload -> 'client' ->> 'deviceBrand', e.payload -> 'client' ->> 'deviceModel')
  from event e left join departure d on d.project_id = e.project_id and d.user_id = e.user_id
 where e.type = 'session.created.v1' and (d.position is null or e.position > d.position);
