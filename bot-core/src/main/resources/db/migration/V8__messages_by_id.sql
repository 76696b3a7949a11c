-- Whose thread hangs on a message is asked for every message in a linked channel: without these, each would read
-- every board there ever was.

create index board_by_message on board (channel, platform_id);
create index thread_head_by_message on thread_head (channel, platform_id);
