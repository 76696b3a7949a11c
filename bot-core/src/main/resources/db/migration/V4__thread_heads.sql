-- The message that a group's thread hangs on, where a platform's threads hang on messages. Without an
-- id nobody knows whether it arrived.

create table thread_head (
    session text not null references session (id),
    channel text not null references channel (id),
    thread integer not null,
    platform_id text,
    after_id text, -- a message that stood before it: where to look for it begins there
    primary key (session, channel, thread)
)${strict_by_key};
