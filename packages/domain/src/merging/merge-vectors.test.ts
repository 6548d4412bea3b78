/** What becomes of readings that several people change: the vectors that the API plays too. */
import { EVENTS } from '@wellpulse/contracts';
import {
  inOrder,
  mergeVectors,
  payloadOf,
  type MergeStep,
  type MergeVector,
} from '@wellpulse/testing/merge-vectors';
import { expect, test } from 'vitest';
import type { Decision } from '../state/decision.ts';
import type { DomainEvent } from '../state/event.ts';
import { productionKey, SETTINGS_KEY } from '../state/workset.ts';
import { applyEvent } from '../write-path/apply.ts';
import { actor, anEvent, aTenant, WELL_ID } from '../write-path/events.fixture.ts';

const DAY = '2025-06-10';
const PEOPLE = {
  ann: '01890000-0000-7000-8000-0000000000a1',
  ben: '01890000-0000-7000-8000-0000000000a2',
} as const;
const DEVICES = {
  laptop: '01890000-0000-7000-8000-0000000000d1',
  phone: '01890000-0000-7000-8000-0000000000d2',
  tablet: '01890000-0000-7000-8000-0000000000d3',
  truck: '01890000-0000-7000-8000-0000000000d4',
} as const;

const at = (minute: number): string => new Date(Date.UTC(2025, 5, 15, 12, minute)).toISOString();

function eventOf(step: MergeStep, { steps }: MergeVector): DomainEvent {
  const eventType = `PRODUCTION_${step.does}` as const;
  const payload = EVENTS[eventType].payload.parse(payloadOf(step, DAY));
  return anEvent(eventType, {
    userId: PEOPLE[step.by],
    deviceId: DEVICES[step.on],
    deviceSequence: steps.filter(({ minute }) => minute <= step.minute).length,
    source: 'MOBILE',
    occurredAt: at(step.minute),
    baseVersion: step.base,
    payload,
  });
}

const resultOf = (decision: Decision): string =>
  decision.ok ? (decision.conflict?.outcome ?? 'SYNCED') : decision.code;

const played = mergeVectors.flatMap((vector) =>
  Object.entries(vector.orders).map(([order, becomes]) => ({ name: vector.name, order, vector, becomes })),
);

test.each(played)('$name ($order)', ({ order, vector, becomes }) => {
  const workset = aTenant();
  workset.settings.load(SETTINGS_KEY, { ...workset.tenantSettings, conflictPolicy: vector.policy });
  const results = inOrder(vector, order).map((step) =>
    resultOf(applyEvent(workset, eventOf(step, vector), actor('OPERATOR', PEOPLE[step.by]))),
  );
  const conflicts = workset.conflicts.all().map(({ status }) => status);
  const { deleted, oilVolume, gasVolume, notes } = workset.production.get(productionKey(WELL_ID, DAY)) ?? {};
  expect({ results, conflicts }).toEqual(becomes);
  expect(deleted === true ? null : { oilVolume, gasVolume, notes }).toEqual(vector.stands);
});
