/** Lists speak the language of the terminal: no code and no English word stands in a line of a Spanish one. */
import { answered } from '@wellpulse/offline/testing';
import { afterAll, expect, test, vi } from 'vitest';

// The program reads the language once, when it starts: here it starts anew, and for the files after this one again.
vi.stubEnv('LC_ALL', 'es_MX.UTF-8');
vi.resetModules();
const { aDeviceFolder, runDevice, WELL_ID } = await import('./device-folder.fixture.ts');
afterAll(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const device = await aDeviceFolder();
await device.withClient(async (client) => {
  const payload = { wellId: WELL_ID, equipmentType: 'PUMP_JACK', serialNumber: 'PJ-1' } as const;
  await client.record({ eventType: 'EQUIPMENT_CREATED', aggregateId: crypto.randomUUID(), payload });
});

test.each([
  { args: ['wells'], said: ['Activo'] },
  { args: ['equipment', 'State #1'], said: ['Unidad de bombeo PJ-1', 'En operación', 'sin sincronizar'] },
  { args: ['pending'], said: ['pendiente'] },
  { args: ['events'], said: ['Equipo agregado', 'pendiente'] },
  { args: ['day-sheet', '--date', '2025-03-10'], said: ['Activo', 'falta'] },
])('list $args says names and no codes', async ({ args, said }) => {
  const { code, output } = await runDevice(device.folder, ['list', ...args]);
  expect(code).toBe(0);
  for (const word of said) expect(output).toContain(word);
  expect(output).not.toMatch(/\b(?:[A-Z]{4,}|[A-Z]+_[A-Z_]+)\b/);
});

test('list events says what became of an entry that met another change', async () => {
  await device.withClient(async (client) => {
    device.server.onCall = (call, answer) => {
      if (call.path !== '/sync/batch') return answer();
      const { events } = call.body as { events: { id: string }[] };
      const conflicts = events.map(({ id }) => ({
        eventId: id,
        reason: 'Said in English',
        resolution: 'SKIP',
      }));
      return answered(200, { synced: [], conflicts, failed: [], serverTime: new Date().toISOString() });
    };
    await client.sync.syncNow();
  });
  const { output } = await runDevice(device.folder, ['list', 'events']);
  expect(output).toContain('en conflicto\tVale el primero');
  expect(output).not.toContain('English');
});
