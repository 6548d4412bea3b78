/** What was entered and what of that was acknowledged, and whether the server agrees. */
import { endpoints, type AuditEvent } from '@wellpulse/contracts';
import type { SignedInCaller } from '@wellpulse/testing';
import { walk } from '../support/walk.ts';

export interface Attempt {
  readonly wellId: string;
  readonly productionDate: string;
  /** No two attempts have the same. */
  readonly oilVolume: number;
  /** The event's id, once `wellpulse-device` has printed it; null for one that was killed before. */
  readonly eventId: string | null;
}

export interface Audit {
  readonly acknowledged: number;
  /** Saved although the program was killed before it could say so. */
  readonly unsaid: number;
  /** What is wrong, in words; empty if all is well. */
  readonly faults: readonly string[];
}

/** The newest attempts of a day that may be its last: the last acknowledged one, and what was tried after it. */
const mayBeLast = (attempts: readonly Attempt[]): readonly Attempt[] =>
  attempts.slice(
    Math.max(
      0,
      attempts.findLastIndex(({ eventId }) => eventId !== null),
    ),
  );

export class Books {
  readonly #attempts: Attempt[] = [];
  /** Days that two devices entered: any of the two may have won. */
  readonly #shared = new Set<string>();

  add(attempt: Attempt): void {
    this.#attempts.push(attempt);
  }

  share(wellId: string, productionDate: string): void {
    this.#shared.add(`${wellId} ${productionDate}`);
  }

  /** Compares with the log, the records and the devices of the server. */
  async compare(manager: SignedInCaller): Promise<Audit> {
    const log = await walk((cursor) =>
      manager.ask(endpoints.audit.events, { query: { ...cursor, limit: '200', order: 'asc' } }),
    );
    const fromDevices = log.filter(({ eventType }) => eventType.startsWith('PRODUCTION_'));
    const acknowledged = this.#attempts.flatMap(({ eventId }) => eventId ?? []);
    return {
      acknowledged: acknowledged.length,
      unsaid: fromDevices.length - acknowledged.length,
      faults: [
        ...eventFaults(fromDevices, acknowledged),
        ...(await this.#recordFaults(manager)),
        ...(await deviceFaults(manager, fromDevices)),
      ],
    };
  }

  async #recordFaults(manager: SignedInCaller): Promise<string[]> {
    const faults: string[] = [];
    for (const [wellId, attempts] of Map.groupBy(this.#attempts, (attempt) => attempt.wellId)) {
      const { dates, oilVolume } = await manager.ask(endpoints.production.series, {
        params: { wellId },
        query: {},
      });
      if (new Set(dates).size !== dates.length) faults.push(`Well ${wellId} has a day twice`);
      const byDay = Map.groupBy(attempts, ({ productionDate }) => productionDate);
      for (const day of dates) if (!byDay.has(day)) faults.push(`Nobody entered ${wellId} ${day}`);
      for (const [day, entered] of byDay) {
        const value = oilVolume[dates.indexOf(day)] ?? null;
        faults.push(...this.#dayFaults(`${wellId} ${day}`, entered, value));
      }
    }
    return faults;
  }

  #dayFaults(day: string, entered: readonly Attempt[], value: number | null): string[] {
    if (value === null) {
      return entered.some(({ eventId }) => eventId !== null) ? [`${day} is missing`] : [];
    }
    const possible = (this.#shared.has(day) ? entered : mayBeLast(entered)).map(({ oilVolume }) => oilVolume);
    return possible.includes(value) ? [] : [`${day} is ${value}, not ${possible.join(' or ')}`];
  }
}

function eventFaults(log: readonly AuditEvent[], acknowledged: readonly string[]): string[] {
  const times = Map.groupBy(log, ({ eventId }) => eventId);
  return [
    ...acknowledged.filter((id) => !times.has(id)).map((id) => `Event ${id} was acknowledged and is lost`),
    ...[...times].filter(([, rows]) => rows.length > 1).map(([id]) => `Event ${id} is in the log twice`),
  ];
}

/** Every number that a device gave out is at the server, once; none was refused. */
async function deviceFaults(manager: SignedInCaller, log: readonly AuditEvent[]): Promise<string[]> {
  const { items } = await manager.ask(endpoints.devices.list, {});
  return items.flatMap(({ id, name, lastSequence, missingEvents, failedEvents }) => {
    const taken = log.filter(({ deviceId }) => deviceId === id).length;
    return taken === lastSequence && missingEvents === 0 && failedEvents === 0
      ? []
      : [`${name}: ${taken} of ${lastSequence} events, ${missingEvents} missing, ${failedEvents} refused`];
  });
}
