-- An app of ours in a workspace of Slack.
-- sealed: the bot's token, encrypted with the operator's key, bound to app and workspace.
-- key_id: which key, so that a wrong one is told from a changed row.
-- at_ms: when it was installed, the last time.
create table slack_installation (
    app text not null,
    workspace text not null,
    enterprise text,
    bot text not null,
    sealed text not null,
    key_id text not null,
    scopes text not null,
    at_ms ${int64} not null,
    primary key (app, workspace)
)${strict};
