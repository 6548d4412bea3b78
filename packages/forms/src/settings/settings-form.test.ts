import { tenantSettingsSchema, type TenantSettings, type TenantSettingsUpdate } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { expect, test } from 'vitest';
import { scriptedStore } from '../record/scripted-store.fixture.ts';
import { boxName } from './service-intervals.ts';
import { intervalsForm, settingsForm } from './settings-form.ts';

const words = createWords('en');
const SETTINGS: TenantSettings = tenantSettingsSchema.parse({
  name: 'Acme',
  timeZone: 'America/Chicago',
  conflictPolicy: 'PROMPT',
  varianceThresholdPercent: 20,
  serviceIntervals: { PUMP_JACK: { ROUTINE: 90 } },
  webDevices: true,
  version: 3,
  updatedAt: '2025-10-20T06:41:00Z',
});
const aStore = () => scriptedStore<TenantSettings, TenantSettingsUpdate>();

test('a threshold that is no number is told, also an empty one', async () => {
  const form = settingsForm(aStore(), SETTINGS);
  for (const typed of ['', 'a fifth']) {
    form.type({ varianceThresholdPercent: typed });
    await form.submit(words);
    expect(form.errorOf(words, 'varianceThresholdPercent')).toBe('Must be a number');
  }
});

test('saving one form of the settings does not make the other one stale', async () => {
  const store = aStore();
  const intervals = intervalsForm(store, SETTINGS);
  intervals.type({ [boxName('TANK', 'INSPECTION')]: '365' });
  const renamed = { ...SETTINGS, name: 'Acme Oil', version: 4 };
  intervals.meet(renamed);
  await intervals.submit(words);
  expect(store.saved).toEqual([
    { serviceIntervals: { PUMP_JACK: { ROUTINE: 90 }, TANK: { INSPECTION: 365 } }, version: 4 },
  ]);
  const settings = settingsForm(store, SETTINGS);
  settings.type({ name: 'Acme Gas' });
  settings.meet(renamed);
  await settings.submit(words);
  expect(store.saved.at(-1)).toMatchObject({ name: 'Acme Gas', version: 3 });
});

test('a form has nothing to save until something differs, and none when it is typed back', () => {
  const form = intervalsForm(aStore(), SETTINGS);
  const box = boxName('PUMP_JACK', 'ROUTINE');
  expect(form.isChanged).toBe(false);
  form.type({ [box]: '91' });
  expect(form.isChanged).toBe(true);
  form.type({ [box]: '90' });
  expect(form.isChanged).toBe(false);
});

test('browsers are forbidden by taking the tick away, and allowed by setting it', async () => {
  const store = aStore();
  const form = settingsForm(store, SETTINGS);
  expect(form.text.webDevices).toBe('TICKED');
  form.type({ webDevices: 'EMPTY' });
  await form.submit(words);
  expect(store.saved).toMatchObject([{ webDevices: false }]);
  const again = settingsForm(store, { ...SETTINGS, webDevices: false });
  again.type({ webDevices: 'TICKED' });
  await again.submit(words);
  expect(store.saved.at(-1)).toMatchObject({ webDevices: true });
});
