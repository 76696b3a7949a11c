// A small Slack app as its framework's introduction shows one: it checks the signature, stores each
// press durably in SQLite, and acknowledges it then. Started by the benchmarks with the folder of
// its database and the signing secret; prints the port it listens on.
import { DatabaseSync } from 'node:sqlite';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

const [folder, signingSecret] = process.argv.slice(2);

const database = new DatabaseSync(`${folder}/bolt-js.db`);
database.exec('pragma journal_mode = wal');
database.exec('pragma synchronous = full');
database.exec('create table press (key text primary key, person text not null, value text not null) strict');
const insert = database.prepare('insert into press (key, person, value) values (?, ?, ?) on conflict do nothing');

const receiver = new HTTPReceiver({ signingSecret, endpoints: '/slack/events', logLevel: LogLevel.ERROR });
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  // No call to Slack on the way: what is measured is the way in.
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'U0' }),
});

app.action(/.*/, async ({ ack, action, body }) => {
  insert.run(`${body.user.id}/${action.action_ts}`, body.user.id, action.value);
  await ack();
});

const server = await app.start({ port: 0, host: '127.0.0.1' });
console.log(server.address().port);
