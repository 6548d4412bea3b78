/** The two forms of a tenant's settings. Saving one must not make the other one stale: `meet` tells a form of what the other has saved. */
import {
  tenantSettingsUpdateSchema,
  type ConflictPolicy,
  type TenantSettings,
  type TenantSettingsUpdate,
} from '@wellpulse/contracts';
import { RecordForm, type RecordKind } from '../record/record-form.ts';
import type { RecordStore } from '../record/record-store.ts';
import { parsedText } from '../text/parsed-text.ts';
import { readNumber } from '../text/typed-number.ts';
import { parseIntervals, textOfIntervals, type IntervalsText } from './service-intervals.ts';

/** What stands in the form of all settings but the service intervals. */
export type SettingsText = Readonly<Record<'name' | 'timeZone' | 'varianceThresholdPercent', string>> & {
  readonly conflictPolicy: ConflictPolicy;
  /** Whether the box is ticked. */
  readonly webDevices: 'TICKED' | 'EMPTY';
};

/** The form of all settings but the service intervals. */
export type SettingsForm = RecordForm<SettingsText, TenantSettings, TenantSettingsUpdate>;

const SETTINGS: RecordKind<SettingsText, TenantSettings, TenantSettingsUpdate> = {
  textOf: (settings) => ({
    name: settings?.name ?? '',
    timeZone: settings?.timeZone ?? '',
    varianceThresholdPercent: String(settings?.varianceThresholdPercent ?? ''),
    conflictPolicy: settings?.conflictPolicy ?? 'PROMPT',
    webDevices: settings?.webDevices === false ? 'EMPTY' : 'TICKED',
  }),
  parse: (words, text, base) =>
    parsedText(
      words,
      tenantSettingsUpdateSchema.safeParse({
        ...text,
        webDevices: text.webDevices === 'TICKED',
        varianceThresholdPercent: readNumber(text.varianceThresholdPercent) ?? Number.NaN,
        version: base?.version,
      }),
    ),
};

/**
 * The form of all settings but the service intervals.
 *
 * @example
 * const form = settingsForm(store, settings);
 * form.type({ varianceThresholdPercent: '15' });
 */
export const settingsForm = (
  store: RecordStore<TenantSettings, TenantSettingsUpdate>,
  settings: TenantSettings,
): SettingsForm => new RecordForm(SETTINGS, store, settings);

/** The form of the service intervals. */
export type IntervalsForm = RecordForm<IntervalsText, TenantSettings, TenantSettingsUpdate>;

const INTERVALS: RecordKind<IntervalsText, TenantSettings, TenantSettingsUpdate> = {
  textOf: (settings) => textOfIntervals(settings?.serviceIntervals ?? {}),
  parse: (words, text, base) => {
    const parsed = parseIntervals(words, text);
    return parsed.ok
      ? { ok: true, value: { serviceIntervals: parsed.value, version: base?.version ?? 0 } }
      : parsed;
  },
};

/**
 * The form of the service intervals. Its boxes are named by `boxName`.
 *
 * @example
 * const form = intervalsForm(store, settings);
 * form.type({ [boxName('PUMP_JACK', 'ROUTINE')]: '90' });
 */
export const intervalsForm = (
  store: RecordStore<TenantSettings, TenantSettingsUpdate>,
  settings: TenantSettings,
): IntervalsForm => new RecordForm(INTERVALS, store, settings);
