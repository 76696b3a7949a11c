-- Groups have threads of their own: a line says in which it stands, 0 being the session's.

alter table post add column thread integer not null default 0;
alter table room_message add column thread integer not null default 0;

-- Who answers as one reads what was answered for them, also before others may: `t:` and a team's id, or `g:` and
-- a group's; null for one person's words.
alter table contribution add column unit text;
