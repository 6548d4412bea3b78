import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isOfField } from './serve-field.ts';

const above = mkdtempSync(join(tmpdir(), 'wellpulse-field-'));
const built = join(above, 'dist');
const SCRIPT = `entry-${'0a'.repeat(16)}.js`;
let fieldFolder: string | null;

const server = createServer((incoming, response) => {
  if (!isOfField(incoming, response, { fieldFolder, blobOrigin: null })) response.writeHead(299).end('next');
});
beforeAll(async () => {
  mkdirSync(built);
  writeFileSync(join(above, 'secret.txt'), 'secret');
  writeFileSync(join(built, 'index.html'), 'the app');
  writeFileSync(join(built, SCRIPT), 'a script');
  writeFileSync(join(built, `${SCRIPT}.br`), 'packed');
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => {
  server.close();
  rmSync(above, { recursive: true });
});
beforeEach(() => {
  fieldFolder = built;
});

/** Not by `fetch`, which would take the steps out of a path. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  const asked = request({ port, path, method, headers }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

test('each screen of the app is the app, and what lies elsewhere is not its business', async () => {
  for (const path of ['/field', '/field/', '/field/sync', '/field/wells/1/2025-10-20'])
    expect(await ask(path)).toMatchObject({ status: 200, body: 'the app' });
  for (const path of ['/', '/fields', '/wells']) expect(await ask(path)).toMatchObject({ status: 299 });
});

test('a file whose name tells its content is kept for ever, packed for a browser that reads that', async () => {
  const plain = await ask(`/field/${SCRIPT}`);
  expect(plain).toMatchObject({ status: 200, body: 'a script' });
  expect(plain.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
  });
  const packed = await ask(`/field/${SCRIPT}`, { 'accept-encoding': 'gzip, br' });
  expect(packed).toMatchObject({ body: 'packed', headers: { 'content-encoding': 'br' } });
  expect((await ask('/field')).headers['cache-control']).toBe('no-cache');
});

test('the app runs scripts of its own origin only, and stands in no other page', async () => {
  const policy = (await ask('/field')).headers['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain("connect-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
});

test('nothing beside the folder is reached', async () => {
  for (const path of [
    '/field/../secret.txt',
    '/field/..%2fsecret.txt',
    '/field/%2e%2e%2fsecret.txt',
    '/field/%00.txt',
  ])
    expect((await ask(path)).body).not.toContain('secret');
  expect(await ask('/field/missing.js')).toMatchObject({ status: 404 });
  expect(await ask('/field', {}, 'POST')).toMatchObject({ status: 405 });
});

test('an app that is not built yet is said to be on its way, and is there without a restart', async () => {
  fieldFolder = join(above, 'later');
  expect(await ask('/field')).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  // A person reads it in their language, on a page that looks again.
  const page = await ask('/field', { accept: 'text/html,*/*', 'accept-language': 'es-MX,es;q=0.9' });
  expect(page).toMatchObject({ status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
  expect(page.body).toContain('La app de campo aún no está lista.');
  expect(page.body).toContain('http-equiv="refresh"');
  mkdirSync(fieldFolder);
  writeFileSync(join(fieldFolder, 'index.html'), 'the app');
  expect(await ask('/field')).toMatchObject({ status: 200 });
  fieldFolder = null;
  expect(await ask('/field')).toMatchObject({ status: 503 });
});
