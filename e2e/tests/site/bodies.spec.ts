/** What anybody may send who is not signed in: nothing large, and nothing that never ends. */
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { DEEP, expect, test } from '../../support/test.ts';

test.use({ person: null });

const app = fileURLToPath(new URL('../../../apps/web/src/app', import.meta.url));

/** `(dashboard)/wells/[wellId]/page.tsx` -> `/wells/x`. */
const ADDRESSES = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  .map((file) =>
    `/${file.replace(/\/?[^/]+$/, '')}`.replaceAll(/\/\(\w+\)/g, '').replaceAll(/\[[^\]]+\]/g, 'x'),
  );

const TWO_MIB = 2 * 1024 * 1024;

function post(url: string, length: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      'content-length': length,
    };
    const sending = request(url, { method: 'POST', headers });
    sending.on('error', reject).on('response', (response) => {
      resolve(response.statusCode);
      response.resume();
    });
    sending.end(Buffer.alloc(length, ' '));
  });
}

test('2 MiB are refused by every page and every route of the dashboard', async ({ workspace }) => {
  const { webUrl } = workspace.addresses;
  expect(ADDRESSES.length).toBeGreaterThan(12);
  for (const address of [
    ...ADDRESSES,
    '/browser/wells',
    '/api/wells',
    '/api/auth/login',
    '/no/such/page',
    '/_next/image',
  ]) {
    expect([address, await post(webUrl + address, TWO_MIB)]).toEqual([address, 413]);
  }
  expect(await post(`${webUrl}/browser/session`, 17 * 1024)).toBe(413);
  expect(await post(`${webUrl}/browser/session`, 100)).toBe(401);
});

test('a body that drips is cut off after half a minute', DEEP, async ({ workspace }) => {
  const { webUrl, apiUrl } = workspace.addresses;
  const drip = (url: string): Promise<string> =>
    new Promise((resolve) => {
      const { hostname, port, pathname } = new URL(url);
      const socket = connect(Number(port), hostname);
      const head = [
        'host: x',
        'sec-fetch-site: same-origin',
        'content-type: application/json',
        'content-length: 1000',
      ];
      socket.write(`POST ${pathname} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`);
      const dripping = setInterval(() => socket.write(' '), 1000);
      let answer = '';
      // A server that has answered resets what goes on dripping.
      socket.on('data', (chunk) => (answer += chunk.toString())).on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(dripping);
        resolve(answer);
      });
    });
  const answers = await Promise.all([drip(`${webUrl}/browser/session`), drip(`${apiUrl}/auth/login`)]);
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
});
