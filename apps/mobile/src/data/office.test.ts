import type { Transport } from '@wellpulse/offline';
import { expect, test } from 'vitest';
import { openOffice } from './office.ts';

const kept = new Map<string, string>();
const texts = {
  read: async (name: string) => kept.get(name) ?? null,
  write: async (name: string, text: string) => {
    kept.set(name, text);
  },
};
const asked: string[] = [];
const transportTo = (url: string): Transport => ({
  call: async () => {
    asked.push(url);
    return { kind: 'NO_ANSWER' };
  },
  put: async () => ({ kind: 'NO_ANSWER' }),
});
const ask = (office: { readonly transport: Transport }) =>
  office.transport.put({
    url: '/',
    headers: {},
    file: { place: '', size: 0, pieces: async function* () {} },
    timeoutMs: 1,
  });

test('no office is known before the first sign-in; then it is, also after a restart', async () => {
  const office = await openOffice(texts, transportTo);
  expect([office.server, await ask(office)]).toEqual([null, { kind: 'NO_ANSWER' }]);
  await office.moveTo({ server: 'https://wells.example', tenant: 'acme' });
  const again = await openOffice(texts, transportTo);
  expect([again.server, again.tenant]).toEqual(['https://wells.example', 'acme']);
});
