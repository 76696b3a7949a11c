-- What facilitators wrote. A published version never changes; its text stands in protocol_text.

create table published_protocol (
    cohort text not null references cohort (id),
    id text not null,
    version integer not null, -- 1, 2, … in the order of publishing, whatever the file says
    hash text not null references protocol_text (hash),
    member text not null,
    at_ms ${int64} not null,
    primary key (cohort, id, version)
)${strict_by_key};

-- The last text of a protocol that somebody checked and that had no errors, until they check another.
create table protocol_draft (
    member text not null references member (id),
    id text not null,
    hash text not null,
    text text not null,
    at_ms ${int64} not null,
    primary key (member, id)
)${strict_by_key};
