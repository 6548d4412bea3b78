import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { freePort } from '@wellpulse/embedded';
import { expect, onTestFinished, test } from 'vitest';
import { checkPorts } from './check-ports.ts';
import { parseSettings, portsOf } from '../settings.ts';

async function squat(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return server;
}

async function ports() {
  const [web, api, internal, pg, blob] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const env = {
    WELLPULSE_WEB_PORT: web,
    WELLPULSE_API_PORT: api,
    WELLPULSE_INTERNAL_PORT: internal,
    WELLPULSE_PG_PORT: pg,
    WELLPULSE_BLOB_PORT: blob,
  };
  const text = Object.fromEntries(Object.entries(env).map(([name, port]) => [name, String(port)]));
  return { web, pg, uses: portsOf(parseSettings(text, '/')) };
}

test('each taken port is named with the setting that changes it', async () => {
  const { web, pg, uses } = await ports();
  await squat(web);
  await squat(pg);
  await expect(checkPorts(uses, 0)).rejects.toThrow(
    `Port ${String(web)} for the dashboard is taken by another program. Set WELLPULSE_WEB_PORT to a free port.\n` +
      `Port ${String(pg)} for PostgreSQL is taken by another program. Set WELLPULSE_PG_PORT to a free port.`,
  );
});

test('ports that are about to be let go are waited for', async () => {
  const { web, uses } = await ports();
  const server = await squat(web);
  const checked = checkPorts(uses, 10_000);
  server.close();
  await expect(checked).resolves.toBeUndefined();
});
