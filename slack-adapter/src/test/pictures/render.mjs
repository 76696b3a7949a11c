// Draws what Preview.java wrote, one picture for each message and modal: see README.md beside this file.
//   node render.mjs samples.json FOLDER
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Both are looked for where the command is run, so that nothing is installed beside the sources.
const require = createRequire(join(process.cwd(), 'render.mjs'));
const { createElement } = require('react');
const { renderToStaticMarkup } = require('react-dom/server');
const { Message } = require('slack-blocks-to-jsx');
const css = readFileSync(require.resolve('slack-blocks-to-jsx/dist/style.css'), 'utf8');

const LOGO =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="8" fill="#1f5c5a"/><circle cx="14" cy="22" r="5" fill="#fff"/><circle cx="26" cy="22" r="5" fill="#f2b84b"/><path d="M8 32q12-8 24 0" stroke="#fff" stroke-width="3" fill="none"/></svg>',
  );

const FRAME = `
  body { margin: 0; background: #fff; font: 15px/1.46 Lato, "Noto Sans", sans-serif; color: #1d1c1d; }
  #shown { display: inline-block; width: 640px; padding: 20px; box-sizing: border-box; }
  .modal { border: 1px solid #ddd; border-radius: 8px; box-shadow: 0 4px 18px #0003; width: 520px; }
  .modal > header, .modal > footer { padding: 16px 24px; display: flex; gap: 12px; align-items: center; }
  .modal > header { font-weight: 900; font-size: 20px; border-bottom: 1px solid #eee; }
  .modal > main { padding: 8px 24px 16px; }
  .modal > footer { justify-content: flex-end; border-top: 1px solid #eee; }
  .modal button { font: inherit; font-weight: 700; padding: 8px 14px; border-radius: 4px; border: 1px solid #bbb; background: #fff; }
  .modal button.send { background: #007a5a; border-color: #007a5a; color: #fff; }
`;

const blocks = (list, withoutWrapper) =>
  renderToStaticMarkup(
    createElement(Message, {
      blocks: list,
      name: 'Convenor',
      logo: LOGO,
      theme: 'light',
      time: new Date('2026-11-24T15:02:00Z'),
      withoutWrapper,
    }),
  );

const modal = (view) => `<div class="modal"><header>${view.title.text}</header><main>${blocks(view.blocks, true)}</main>
  <footer><button>${view.close.text}</button><button class="send">${view.submit.text}</button></footer></div>`;

const chromium = (...args) =>
  execFileSync(process.env.CHROMIUM ?? 'chromium', ['--headless', '--no-sandbox', '--hide-scrollbars', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

const [samples, folder] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'slack-pictures-'));
for (const one of JSON.parse(readFileSync(samples, 'utf8'))) {
  const page = join(work, one.name + '.html');
  const body = one.view ? modal(one.view) : blocks(one.blocks, false);
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${css}${FRAME}</style><div id="shown">${body}</div>
    <script>document.body.dataset.height = document.getElementById('shown').offsetHeight</script>`);
  const measured = chromium('--dump-dom', '--window-size=680,900', 'file://' + page);
  const height = /data-height="(\d+)"/.exec(measured)[1];
  const picture = join(folder, 'slack-' + one.name + '.png');
  chromium('--force-device-scale-factor=1.5', `--window-size=680,${height}`, `--screenshot=${picture}`, 'file://' + page);
}
