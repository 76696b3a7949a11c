-- Groups have threads of their own: a line says in which it stands, 0 being the session's.

alter table post add column thread integer not null default 0;
alter table room_message add column thread integer not null default 0;
