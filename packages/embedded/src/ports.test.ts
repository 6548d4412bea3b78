import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { assertPortFree, freePort } from './ports.ts';

const server = createServer();

afterEach(() => {
  server.close();
});

test('a free port can be listened on', async () => {
  const port = await freePort();
  await expect(assertPortFree(port, 'WELLPULSE_WEB_PORT', 'the dashboard')).resolves.toBeUndefined();
});

test('a port that a server which just ended still holds is waited for', async () => {
  const port = await freePort();
  const ending = createServer().listen(port, '127.0.0.1');
  await once(ending, 'listening');
  setTimeout(() => ending.close(), 300);
  await expect(assertPortFree(port, 'WELLPULSE_PG_PORT', 'PostgreSQL', 10_000)).resolves.toBeUndefined();
});

test('a taken port is refused with the name of the setting that changes it', async () => {
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  await expect(assertPortFree(port, 'WELLPULSE_WEB_PORT', 'the dashboard')).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    message: `Port ${String(port)} for the dashboard is taken by another program. Set WELLPULSE_WEB_PORT to a free port.`,
  });
});
