/** What becomes of events that rest on what a server lost: the vectors that the API plays too. */
import { markVectors, type BaseStep, type SentStep } from '@wellpulse/testing/mark-vectors';
import { expect, test } from 'vitest';
import type { DomainEvent } from '../state/event.ts';
import { productionKey, type Workset } from '../state/workset.ts';
import { applyEvent } from '../write-path/apply.ts';
import { actor, anEvent, aTenant, WELL_ID } from '../write-path/events.fixture.ts';
import { versionFloorAfter } from './lineage.rules.ts';

const DAY = '2025-06-10';
const START = Date.parse('2025-06-15T18:00:00.000Z');
const DEVICES = {
  truck: '01890000-0000-7000-8000-0000000000d1',
  phone: '01890000-0000-7000-8000-0000000000d2',
} as const;

/** A server that only has what it logged. */
class Server {
  #workset: Workset = aTenant();
  #log: DomainEvent[] = [];
  #backup: readonly DomainEvent[] = [];
  #now = START;
  readonly #sent = new Map<string, DomainEvent>();

  get reading() {
    return this.#workset.production.get(productionKey(WELL_ID, DAY));
  }

  /** What becomes of a step that sends; undefined for any other. */
  play(step: BaseStep): string | undefined {
    this.#now += 60_000;
    switch (step.do) {
      case 'send':
        return this.#take({ ...this.#eventOf(step), receivedAt: this.#time() });
      case 'backUp':
        this.#backup = [...this.#log];
        return undefined;
      case 'restore':
        this.#workset = aTenant();
        this.#log = [];
        for (const event of this.#backup) this.#take(event);
        return undefined;
      case 'beginLineage': {
        const payload = { number: 1, versionFloor: versionFloorAfter(null, this.#time()) };
        this.#take(anEvent('LINEAGE_BEGUN', { payload, receivedAt: this.#time() }));
        return undefined;
      }
      case 'wait':
        this.#now += step.days * 86_400_000;
        return undefined;
    }
  }

  #time = (): string => new Date(this.#now).toISOString();

  #eventOf({ id, on = 'truck', does = 'CREATED', base = 0, values }: SentStep): DomainEvent {
    const event =
      this.#sent.get(id) ??
      anEvent(`PRODUCTION_${does}`, {
        deviceId: DEVICES[on],
        source: 'MOBILE',
        occurredAt: this.#time(),
        baseVersion: base === 'FLOOR' ? (this.reading?.version ?? 0) : base,
        payload: { productionDate: DAY, ...values },
      });
    this.#sent.set(id, event);
    return event;
  }

  #take(event: DomainEvent): string {
    const decision = applyEvent(this.#workset, event, actor('OPERATOR', event.userId ?? ''));
    if (decision.ok) this.#log.push(event);
    return decision.ok ? (decision.conflict?.outcome ?? 'SYNCED') : decision.code;
  }
}

/** Devices hear of a reading that it is not found as of any record. */
const wireCode = (result: string | undefined): string | undefined =>
  result === 'PRODUCTION_NOT_FOUND' ? 'RECORD_NOT_FOUND' : result;

test.each(markVectors.bases)('$name', ({ steps, stands }) => {
  const server = new Server();
  for (const step of steps) {
    const result = server.play(step);
    if (step.do === 'send') expect(wireCode(result), step.id).toBe(step.becomes);
  }
  expect(server.reading).toMatchObject({ ...stands, deleted: false });
  expect(server.reading?.version).toBeGreaterThanOrEqual(
    versionFloorAfter(null, new Date(START).toISOString()),
  );
});
