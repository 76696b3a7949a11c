-- One script for both databases. Moments are milliseconds since 1970-01-01T00:00Z. What people write
-- stands in contribution and anonymous_answer alone; every other table holds ids, names and numbers.

create table network (
    id text primary key,
    name text not null
)${strict};

create table cohort (
    id text primary key,
    network text not null references network (id),
    name text not null,
    zone text not null,
    locale text not null
)${strict};

create table district_team (
    id text primary key,
    cohort text not null references cohort (id),
    name text not null,
    name_key text not null, -- the name in lower case
    unique (cohort, name_key)
)${strict};

create table member (
    id text primary key,
    cohort text not null references cohort (id),
    team text not null references district_team (id),
    name text not null,
    locale text not null,
    zone text not null
)${strict};

create index member_by_cohort on member (cohort, id);

create table identity (
    platform text not null,
    tenant text not null,
    user_id text not null,
    member text not null references member (id),
    primary key (platform, tenant, user_id)
)${strict};

create index identity_by_member on identity (member);

create table member_role (
    member text not null references member (id),
    role text not null,
    primary key (member, role)
)${strict_by_key};

create index member_by_role on member_role (role);

create table channel (
    id text primary key,
    cohort text not null references cohort (id),
    platform text not null,
    address text not null,
    name text not null,
    unique (platform, address)
)${strict};

create index channel_by_cohort on channel (cohort, id);

create table channel_member (
    channel text not null references channel (id),
    member text not null references member (id),
    joined_at_ms ${int64} not null,
    primary key (channel, member)
)${strict_by_key};

create index channel_by_member on channel_member (member);

create table code (
    hash text primary key, -- the code itself is never kept
    kind text not null,
    target text not null,
    single_use ${bool} not null,
    expires_at_ms ${int64} not null,
    used_at_ms ${int64}
)${strict};

create table login (
    token_hash text primary key, -- the token itself is never kept
    member text not null references member (id),
    expires_at_ms ${int64} not null
)${strict};

create index login_by_expiry on login (expires_at_ms);

create table protocol_text (
    hash text primary key,
    id text not null,
    version integer not null,
    text text not null, -- the file as it was
    model text not null, -- the same as JSON
    format integer not null
)${strict};

create table session (
    id text primary key,
    cohort text not null references cohort (id),
    home_channel text not null references channel (id),
    protocol_hash text not null references protocol_text (hash),
    version ${int64} not null,
    stamp ${int64} not null, -- drawn by lot at every save: names one state, even if it was rolled back
    phase text not null,
    due_at_ms ${int64},
    format integer not null,
    state text not null,
    created_at_ms ${int64} not null,
    changed_at_ms ${int64} not null,
    ended_at_ms ${int64}
)${strict};

create index session_due on session (due_at_ms) where due_at_ms is not null;
create index session_open on session (id) where ended_at_ms is null;
create index session_by_cohort on session (cohort, id);

create table session_channel (
    session text not null references session (id),
    channel text not null references channel (id),
    is_open ${bool} not null,
    primary key (session, channel)
)${strict_by_key};

create index session_of_channel on session_channel (channel, is_open, session);

create table contribution (
    session text not null references session (id),
    no integer not null,
    step integer not null,
    visit integer not null,
    question text, -- null for words on the open floor
    field text not null,
    member text not null,
    audience text not null,
    is_out ${bool} not null,
    is_named ${bool} not null,
    is_late ${bool} not null,
    words text not null,
    at_ms ${int64} not null,
    primary key (session, no)
)${strict_by_key};

create index contribution_by_member on contribution (member);

-- No time, order or author, and no hidden row number that would tell the order.
create table anonymous_answer (
    id text primary key,
    session text not null references session (id),
    question text not null,
    field text not null,
    audience text not null,
    is_out ${bool} not null,
    words text not null
)${strict_by_key};

create index anonymous_by_question on anonymous_answer (session, question, id);

create table participation (
    session text not null references session (id),
    question text not null,
    member text not null,
    day text not null,
    primary key (session, question, member)
)${strict_by_key};

create table kept (
    id text primary key,
    session text not null references session (id),
    cohort text not null references cohort (id),
    team text,
    step integer not null,
    becomes text not null,
    question text not null,
    unit text, -- null: all answers to the question, because they are anonymous
    first integer not null, -- number of the first contribution; the others follow without a gap
    fields integer not null,
    at_ms ${int64} not null
)${strict};

create index kept_by_session on kept (session, id);
create index kept_by_cohort on kept (cohort, id);

create table log (
    id ${number},
    session text not null,
    at_ms ${int64} not null,
    kind text not null,
    member text,
    track integer not null,
    visit integer not null
)${strict};

create index log_by_session on log (session, id);

create table source_key (
    key text primary key,
    at_ms ${int64} not null
)${strict_by_key};

create index source_key_by_time on source_key (at_ms);

create table board (
    session text not null references session (id),
    channel text not null references channel (id),
    wanted ${int64} not null,
    delivered ${int64} not null,
    is_urgent ${bool} not null, -- need not wait for edit_after_ms
    platform_id text,
    state text not null,
    attempts integer not null,
    next_at_ms ${int64} not null, -- not before: the platform asked for a pause
    edit_after_ms ${int64} not null, -- not before: the last edit was just now
    problem text,
    primary key (session, channel)
)${strict_by_key};

create index board_due on board (channel, session)
    where delivered < wanted and state <> 'UNDELIVERABLE';

create table post (
    id ${number},
    session text not null references session (id),
    channel text not null references channel (id),
    key text not null,
    line text not null,
    state text not null,
    attempts integer not null,
    next_at_ms ${int64} not null,
    platform_id text,
    problem text,
    at_ms ${int64} not null,
    unique (session, channel, key)
)${strict};

create index post_due on post (channel, id) where state in ('QUEUED', 'ATTEMPTED');

create table whisper (
    id ${number},
    session text not null references session (id),
    member text not null,
    key text not null,
    line text not null,
    state text not null,
    attempts integer not null,
    next_at_ms ${int64} not null,
    platform_id text,
    problem text,
    at_ms ${int64} not null,
    seen_at_ms ${int64},
    unique (session, member, key)
)${strict};

create index whisper_inbox on whisper (member, id);
create index whisper_due on whisper (member, id) where state in ('QUEUED', 'ATTEMPTED');

create table lane (
    name text primary key, -- a channel's id, or `member:` and a member's
    owner text not null,
    lease_until_ms ${int64} not null,
    fence ${int64} not null
)${strict};

create table room_message (
    seq ${int64} primary key,
    channel text not null references channel (id),
    session text not null references session (id),
    post_key text not null,
    line text not null,
    at_ms ${int64} not null,
    unique (channel, session, post_key)
)${strict};

create index room_message_by_channel on room_message (channel, seq);

-- The last number given to a room message. Taken with a row lock, so that numbers become visible in
-- order and a reader that goes on from the last one it saw misses none.
create table room_tail (
    id integer primary key,
    last_seq ${int64} not null
)${strict};

insert into room_tail (id, last_seq) values (1, 0);

create table heartbeat (
    process text primary key,
    at_ms ${int64} not null
)${strict};
