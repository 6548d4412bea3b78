/** The Caddy that the system has, with the configuration that we ship, in front of a stack: https under another host name. */
import { freePort } from '@wellpulse/embedded';
import { createHash } from 'node:crypto';
import dns from 'node:dns';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tls from 'node:tls';
import { expect } from '@playwright/test';

/** A name that nothing resolves but this process and a browser with `RESOLVES_HERE`. */
const SITE = 'field.wellpulse.test';
export const RESOLVES_HERE = `--host-resolver-rules=MAP ${SITE} 127.0.0.1`;

const config = fileURLToPath(new URL('../../../deploy/Caddyfile', import.meta.url));

export const isCaddyHere = (): boolean => spawnSync('caddy', ['version']).status === 0;

/** What a stack's public address is, once Caddy stands in front of it. */
export const addressBehindCaddy = async (): Promise<string> => `https://${SITE}:${String(await freePort())}`;

/** Answers how to stop it. From now on this process finds the site, and trusts the root of its certificate. */
export async function startCaddy(publicUrl: string, webUrl: string): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'wellpulse-caddy-'));
  const caddy = spawn('caddy', ['run', '--config', config], {
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
      WELLPULSE_SITE: SITE,
      WELLPULSE_HTTPS_PORT: new URL(publicUrl).port,
      WELLPULSE_HTTP_PORT: String(await freePort()),
      WELLPULSE_WEB_PORT: new URL(webUrl).port,
    },
    stdio: 'ignore',
  });
  const root = join(folder, 'caddy/pki/authorities/local/root.crt');
  let certificate = '';
  await expect
    .poll(async () => (certificate = await readFile(root, 'utf8').catch(() => '')), { timeout: 30_000 })
    .toContain('-----END CERTIFICATE-----');
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), certificate]);
  findSiteHere();
  await expect.poll(() => fetch(`${publicUrl}/api/health`).then(({ status }) => status, String)).toBe(200);
  return async () => {
    if (caddy.exitCode === null && caddy.kill()) await once(caddy, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
}

/**
 * The flag by which a browser trusts the certificate that Caddy has made, and no other: whoever ignores all of them gets no service
 * worker.
 */
export async function trustingSite(publicUrl: string): Promise<string> {
  const { hostname, port } = new URL(publicUrl);
  const socket = tls.connect({ host: '127.0.0.1', port: Number(port), servername: hostname });
  await once(socket, 'secureConnect');
  const key = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' });
  socket.destroy();
  if (key === undefined) throw new Error('Caddy has shown no certificate');
  return `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`;
}

function findSiteHere(): void {
  const { lookup } = dns;
  Object.assign(dns, {
    lookup: (name: string, ...rest: unknown[]): unknown =>
      Reflect.apply(lookup, dns, [name === SITE ? '127.0.0.1' : name, ...rest]),
  });
}
