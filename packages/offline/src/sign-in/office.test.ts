import { expect, test } from 'vitest';
import type { Transport } from '../ports/transport.ts';
import { openOffice } from './office.ts';

let kept: string | null = null;
const text = {
  read: async () => kept,
  write: async (written: string) => {
    kept = written;
  },
};
const transportTo = (): Transport => ({
  call: async () => ({ kind: 'NO_ANSWER' }),
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
  const office = await openOffice(text, transportTo);
  expect([office.server, await ask(office)]).toEqual([null, { kind: 'NO_ANSWER' }]);
  await office.moveTo({ server: 'https://wells.example', tenant: 'acme' });
  const again = await openOffice(text, transportTo);
  expect([again.server, again.tenant]).toEqual(['https://wells.example', 'acme']);
});
