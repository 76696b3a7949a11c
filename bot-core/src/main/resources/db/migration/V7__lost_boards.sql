-- How often the message of a board was deleted by somebody since it was last shown: whoever leads the session is
-- told when it stands again.

alter table board add column losses integer not null default 0;
