/**
 * How the check of overwrites judges. Who settles a conflict writes all that the chosen side names, or nothing. Who creates again what they
 * deleted writes nothing where somebody's later word counts.
 */
import { expect, test } from 'vitest';
import { ADMIN, CREW } from '../server/tenant.ts';
import { clientOf, GatedField, readingAt, WELL_ID } from '../vectors/gated-field.fixture.ts';
import { checkOverwrites } from './overwrites.check.ts';

const DAY = '2016-06-10';
const HOLDS_DAY = 3660;
const MINUTE = 60_000;

/**
 * The dashboard and a phone enter one day; the phone wins and sees that. Its person changes a field then, while a manager undoes,
 * opens the conflict again, and chooses. The change comes last.
 */
async function played(choice: 'EXISTING' | 'INCOMING', change: Readonly<Record<string, number | null>>) {
  const [pat] = CREW;
  if (pat === undefined) throw new Error('There is an operator');
  const field = new GatedField();
  const { scheduler, server } = field;
  const phone = await field.addDevice('phone', [pat], HOLDS_DAY);
  const type = async (does: 'CREATED' | 'UPDATED', values: Readonly<Record<string, number | null>>) => {
    const payload = { productionDate: DAY, ...values };
    const typed = await clientOf(phone).record({
      eventType: `PRODUCTION_${does}`,
      aggregateId: WELL_ID,
      payload,
    });
    if (!typed.ok) throw new Error(typed.code);
    return typed.event.id;
  };
  const atTheDashboard = async (intent: Parameters<typeof server.dashboardUsers.do>[1]) => {
    await scheduler.runUntil(scheduler.now + MINUTE);
    server.dashboardUsers.do(ADMIN, intent);
  };
  await atTheDashboard({
    eventType: 'PRODUCTION_CREATED',
    aggregateId: WELL_ID,
    payload: { productionDate: DAY, oilVolume: 2 },
  });
  await scheduler.runUntil(scheduler.now + MINUTE);
  const created = await type('CREATED', { oilVolume: 4, gasVolume: 3 });
  expect(await field.deliver(phone, created)).toBe('OVERWRITE');
  await field.pull(phone);
  const changed = await type('UPDATED', change);
  const aggregateId = server.store.begin().conflicts.all()[0]?.id ?? '';
  await atTheDashboard({ eventType: 'CONFLICT_UNDONE', aggregateId, payload: {} });
  await atTheDashboard({ eventType: 'CONFLICT_REOPENED', aggregateId, payload: { values: {} } });
  await atTheDashboard({ eventType: 'CONFLICT_RESOLVED', aggregateId, payload: { choice } });
  expect(await field.deliver(phone, changed)).toBe('SKIP');
  field.close([phone]);
  return { field, changed };
}

test.each([
  { choice: 'INCOMING', change: { gasVolume: null }, stands: { oilVolume: 4, gasVolume: 3 } },
  { choice: 'EXISTING', change: { oilVolume: 9 }, stands: { oilVolume: 2, gasVolume: 3 } },
] as const)(
  'who typed before somebody chose $choice had not seen that, and one who had is noticed',
  async ({ choice, change, stands }) => {
    const { field, changed } = await played(choice, change);
    const { store, batches } = field.server;
    const reading = readingAt(field, DAY);
    expect(reading).toMatchObject(stands);
    expect(checkOverwrites(field)).toEqual([]);
    // As if the phone had looked at what stands in the end.
    const heard = batches.heard.map(({ raw }) => ({
      raw: raw.id === changed ? { ...raw, baseVersion: reading?.version } : raw,
    }));
    expect(checkOverwrites({ server: { store, batches: { heard } } })).toEqual([
      expect.stringMatching(new RegExp(`had seen ${Object.keys(change).join()}, and still lost$`)),
    ]);
  },
);

test('what was created again beside a later word has not seen that', async () => {
  const [pat, pia] = CREW;
  if (pat === undefined || pia === undefined) throw new Error('There are two operators');
  const field = new GatedField();
  const { scheduler } = field;
  const truck = await field.addDevice('truck', [pat], HOLDS_DAY);
  const phone = await field.addDevice('phone', [pia], HOLDS_DAY);
  const type = async (
    device: typeof truck,
    does: 'CREATED' | 'UPDATED' | 'DELETED',
    values: Readonly<Record<string, number | null>> = {},
  ) => {
    const typed = await clientOf(device).record({
      eventType: `PRODUCTION_${does}`,
      aggregateId: WELL_ID,
      payload: { productionDate: DAY, ...values },
    });
    if (!typed.ok) throw new Error(typed.code);
    return typed.event.id;
  };
  await field.deliver(truck, await type(truck, 'CREATED', { oilVolume: 4, gasVolume: 3 }));
  for (const device of [truck, phone]) await field.pull(device);
  const waiting = [
    await type(truck, 'DELETED'),
    await type(truck, 'CREATED', { oilVolume: 4, gasVolume: 4 }),
    await type(truck, 'UPDATED', { gasVolume: 2 }),
  ];
  await scheduler.runUntil(scheduler.now + MINUTE);
  await field.deliver(phone, await type(phone, 'UPDATED', { gasVolume: null }));
  const became: unknown[] = [];
  for (const id of waiting) became.push(await field.deliver(truck, id));
  field.close([truck, phone]);
  expect(became).toEqual(['MERGE', 'SKIP', 'SKIP']);
  expect(readingAt(field, DAY)).toMatchObject({ oilVolume: 4, gasVolume: null, deleted: false });
  expect(checkOverwrites(field)).toEqual([]);
});
