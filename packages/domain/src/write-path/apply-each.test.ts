import { expect, it } from 'vitest';
import type { Judgement } from '../state/decision.ts';
import type { DomainEvent } from '../state/event.ts';
import { productionKey } from '../state/workset.ts';
import { applyEach, type Entry } from './apply-each.ts';
import { applyEvent } from './apply.ts';
import { actor, anEvent, aTenant, WELL_ID } from './events.fixture.ts';

const reading = (productionDate: string, oilVolume: number): DomainEvent =>
  anEvent('PRODUCTION_CREATED', { payload: { productionDate, oilVolume } });
const entry = (event: DomainEvent, recordKey: string | null): Entry => ({
  event,
  actor: actor('OPERATOR'),
  recordKey,
});
const first = reading('2025-06-10', 10);
const again = reading('2025-06-10', 11);
const next = reading('2025-06-11', 20);

/** The rules, with a defect: at `poisoned` they throw after they have changed everything that they change. */
const failingAt =
  (poisoned: DomainEvent): typeof applyEvent =>
  (workset, event, by) => {
    const decision = applyEvent(workset, event, by);
    if (event === poisoned) throw new Error('A rule failed');
    return decision;
  };

it('refuses one for itself and goes on', () => {
  const workset = aTenant();
  const judgements = applyEach(workset, [entry(first, 'a'), entry(again, 'a'), entry(next, 'b')]);
  expect(judgements).toMatchObject([{ ok: true }, { code: 'PRODUCTION_EXISTS' }, { ok: true }]);
  expect(workset.production.changed().map(({ oilVolume }) => oilVolume)).toEqual([10, 20]);
});

it('leaves no trace of an event at which a rule fails', () => {
  const workset = aTenant();
  const judgements = applyEach(workset, [entry(first, 'a'), entry(next, 'b')], new Map(), failingAt(first));
  expect(judgements).toMatchObject([{ code: 'RULE_FAILED' }, { ok: true }]);
  expect(workset.production.get(productionKey(WELL_ID, '2025-06-10'))).toBeUndefined();
  expect(workset.production.changed()).toHaveLength(1);
  expect(workset.alerts.changed()).toEqual([]);
});

it('brings back what the event changed of records that were changed before', () => {
  const workset = aTenant();
  const change = anEvent('PRODUCTION_UPDATED', {
    payload: { productionDate: '2025-06-10', oilVolume: 99 },
  });
  applyEach(workset, [entry(first, 'a'), entry(change, 'a')], new Map(), failingAt(change));
  expect(workset.production.changed()).toMatchObject([{ oilVolume: 10, version: 1 }]);
});

it('lets later events of that record wait, in later calls too, and no others', () => {
  const workset = aTenant();
  const waiting = new Map<string, Judgement>();
  const rules = failingAt(first);
  expect(applyEach(workset, [entry(first, 'a'), entry(again, 'a')], waiting, rules)).toMatchObject([
    { code: 'RULE_FAILED' },
    { code: 'RULE_FAILED' },
  ]);
  expect(applyEach(workset, [entry(again, 'a'), entry(next, 'b')], waiting)).toMatchObject([
    { code: 'RULE_FAILED' },
    { ok: true },
  ]);
  expect(applyEach(workset, [entry(again, null)], waiting)).toMatchObject([{ ok: true }]);
});
