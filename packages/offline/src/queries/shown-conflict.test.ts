import { keptConflictSchema } from '@wellpulse/contracts';
import { anOpenConflict } from '@wellpulse/testing/a-conflict';
import { expect, test } from 'vitest';
import { aDevice, DAY, recordOil, WELL_ID } from '../offline-client.fixture.ts';
import { PUMPER } from '../testing/fake-server.ts';

const OPEN = anOpenConflict();
const KEPT = keptConflictSchema.parse({
  ...OPEN,
  wellId: WELL_ID,
  productionDate: DAY,
  incoming: { ...OPEN.incoming, userId: PUMPER.id },
});

test('a conflict is shown with the names, the day before and the reading that this device knows', async () => {
  const { client } = await aDevice();
  await recordOil(client, 40);
  await recordOil(client, 38.5, '2025-10-19');
  const shown = await client.records.shownConflict(KEPT);
  expect(shown).toMatchObject({
    wellName: 'Acme #1',
    existing: { userName: null, deviceName: null },
    incoming: { userName: PUMPER.name },
    dayBefore: { oilVolume: 38.5, gasVolume: null, waterVolume: null },
    current: { oilVolume: 40 },
  });
});

test('what this device does not hold is not made up', async () => {
  const { client } = await aDevice();
  const elsewhere = { ...KEPT, wellId: PUMPER.id };
  expect(await client.records.shownConflict(elsewhere)).toMatchObject({ dayBefore: null, current: null });
});
