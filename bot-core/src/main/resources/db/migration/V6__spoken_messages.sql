-- Words that somebody wrote as a message on a platform: what becomes of the message happens to them.

create table spoken_message (
    channel text not null references channel (id),
    platform_id text not null,
    session text not null references session (id),
    no integer not null, -- of the contribution
    primary key (channel, platform_id)
)${strict_by_key};
