/**
 * Nothing is overwritten without a trace, and who has seen a value and changed it comes after it. The log is played once
 * more. Each step is judged by what its person could have seen, without the rules' own histories.
 */
import type { ConflictRecord } from '@wellpulse/contracts';
import {
  applyEvent,
  DELETION,
  incomingValues,
  productionKey,
  recordKeyOf,
  undoneValues,
  Workset,
  type DomainEvent,
} from '@wellpulse/domain';
import { short } from '../chance/trace.ts';
import type { Heard } from '../server/batches.ts';
import type { LogEntry } from '../server/tenant-store.ts';

type Values = Readonly<Record<string, unknown>>;

/** Who gave a field its value, and in which version of the record. */
interface Write {
  readonly deviceId: string | null;
  readonly number: number;
  readonly version: number;
}

/** A deletion, which takes back what its person typed on that device before. */
interface Deletion {
  readonly deviceId: string | null;
  readonly userId: string | null;
  readonly number: number;
}

interface Field {
  last: Write | undefined;
  /** The authors who wanted the same value since. */
  same: Write[];
}

/** What it looks at of a world. */
export interface Overwritable {
  readonly server: {
    readonly store: { readonly log: readonly LogEntry[] };
    readonly batches: { readonly heard: readonly Pick<Heard, 'raw'>[] };
  };
}

export function checkOverwrites({ server }: Overwritable): string[] {
  const said = new Map(server.batches.heard.map(({ raw }) => [raw.id, raw]));
  const workset = new Workset();
  const fields = new Map<string, Field>();
  const deletions = new Map<unknown, Deletion[]>();
  return server.store.log.flatMap(({ event, actor }) => {
    const before = rowOf(workset, event);
    const settled = workset.conflicts.get(event.aggregateId);
    applyEvent(workset, event, actor);
    const after = rowOf(workset, event);
    if (after === undefined) return [];
    const of = (name: string): Field => {
      const key = `${String(after['id'])}|${name}`;
      const field = fields.get(key) ?? { last: undefined, same: [] };
      fields.set(key, field);
      return field;
    };
    const raw = said.get(event.id);
    const numbers = {
      baseVersion: Number(raw?.['baseVersion'] ?? 0),
      number: Number(raw?.['deviceSequence'] ?? 0),
    };
    const { deviceId, userId } = event;
    const isTakenBack = (deletions.get(after['id']) ?? []).some(
      (deletion) =>
        deletion.deviceId === deviceId && deletion.userId === userId && deletion.number > numbers.number,
    );
    const step: Step = { event, before, after, settled, ...numbers, isTakenBack, workset };
    const faults = event.deviceId === null ? [] : judge(step, of);
    remember(step, of);
    if (event.eventType === 'PRODUCTION_DELETED') {
      const deletion = { deviceId, userId, number: numbers.number };
      deletions.set(after['id'], [...(deletions.get(after['id']) ?? []), deletion]);
    }
    return faults.map((fault) => `${event.eventType} ${short(event.id)} ${fault}`);
  });
}

interface Step {
  readonly event: DomainEvent;
  readonly before: Values | undefined;
  readonly after: Values;
  /** The conflict that it settles or opens again, as it was before. */
  readonly settled: ConflictRecord | undefined;
  /** As its device said, both. */
  readonly baseVersion: number;
  readonly number: number;
  /** Its person deleted the record later, on the same device, and that came before it: a server that was put back had lost it. */
  readonly isTakenBack: boolean;
  readonly workset: Workset;
}

function judge(
  { event, before, after, baseVersion, number, isTakenBack, workset }: Step,
  of: (name: string) => Field,
): string[] {
  if (before === undefined || before['deleted'] === true) return [];
  const conflict = workset.conflicts.all().find(({ eventId }) => eventId === event.id);
  const isLater = (write: Write): boolean => write.deviceId === event.deviceId && write.number > number;
  // A device that was set back gives a number twice if the first entry left it in a file: neither knows the other.
  const knows = (write: Write): boolean =>
    (write.deviceId === event.deviceId && write.number < number) || write.version <= baseVersion;
  return Object.entries(wantedBy(event)).flatMap(([name, wanted]) => {
    const { last, same } = of(name);
    if (last === undefined || before[name] === wanted) return [];
    if (isLater(last))
      return after[name] === before[name] ? [] : [`overwrote ${name}, which its own device entered later`];
    const isSeen = knows(last) && same.every(knows);
    const isUnseen = !knows(last) && same.length === 0;
    const hasTrace = conflict?.fields.includes(name) === true && conflict.existingData[name] === before[name];
    // What its person took back since is nobody's word any more, and changes nothing.
    if (isTakenBack && after[name] === before[name]) return [];
    if (isUnseen && !hasTrace) return [`met ${name} = ${String(before[name])}, and no conflict says so`];
    const isHeld = conflict?.outcome === 'USER_PROMPT';
    return isSeen && !isHeld && after[name] !== wanted ? [`had seen ${name}, and still lost`] : [];
  });
}

function remember(
  { event, before, after, settled, number, workset }: Step,
  of: (name: string) => Field,
): void {
  const write = { deviceId: event.deviceId, number, version: Number(after['version']) };
  const isNew = before === undefined || (before['deleted'] === true && after['deleted'] !== true);
  const wanted =
    settled === undefined ? wantedBy(event) : wantedBySettling(event, settled, before?.['deleted'] === true);
  // What is left after a taking back is somebody's earlier word, or nobody's: it was not written then. It may be the same value.
  const isTakingBack = event.eventType === 'PRODUCTION_DELETED' && after['deleted'] !== true;
  for (const name of [...PRODUCTION_FIELDS, ...EQUIPMENT_FIELDS]) {
    if (isTakingBack) {
      const isOwn = of(name).last?.deviceId === event.deviceId;
      if (isOwn || before?.[name] !== after[name]) Object.assign(of(name), { last: undefined, same: [] });
    } else if (isNew) {
      // What was deleted and is created again may have a later word that still counts: then nothing was written now.
      const isKept = wanted[name] !== undefined && wanted[name] !== after[name];
      if (isKept) continue;
      Object.assign(of(name), { last: wanted[name] === undefined ? undefined : write, same: [] });
    } else if (before[name] !== after[name]) {
      Object.assign(of(name), { last: write, same: [] });
    } else if (wanted[name] !== undefined && wanted[name] === after[name]) {
      // Nobody has seen it who looks at less than the record's next version then. After a restore that lies above the floor.
      of(name).same.push({ ...write, version: workset.nextVersion(Number(before['version'])) });
    }
  }
}

const PRODUCTION_FIELDS = ['oilVolume', 'gasVolume', 'waterVolume', 'notes'];
const EQUIPMENT_FIELDS = ['status', 'model'];

/** A field that a creation left out or null was never set. */
function wantedBy({ eventType, payload }: DomainEvent): Values {
  const given = payload as Values;
  if (eventType === 'EQUIPMENT_MAINTENANCE_LOGGED')
    return pick({ status: given['equipmentStatus'] ?? undefined });
  if (eventType === 'PRODUCTION_CREATED') {
    return pick(withoutNulls(given));
  }
  return eventType === 'PRODUCTION_UPDATED' || eventType === 'EQUIPMENT_UPDATED' ? pick(given) : {};
}

/**
 * Whoever chooses the incoming side vouches for all that it names, contested or not. So they come after those who typed before.
 * Who leaves what stands writes nothing.
 */
function wantedBySettling(
  { eventType, payload }: DomainEvent,
  conflict: ConflictRecord,
  isDeleted: boolean,
): Values {
  const given = payload as { readonly choice?: ConflictRecord['choice']; readonly values?: Values };
  const chosen = (): Values => {
    if (eventType === 'CONFLICT_UNDONE') return undoneValues(conflict);
    if (eventType === 'CONFLICT_REOPENED') return given.values ?? {};
    const writes = conflict.status === 'OPEN' && given.choice !== 'EXISTING';
    return writes ? (given.values ?? incomingValues(conflict)) : {};
  };
  const wanted = chosen();
  // A record that is brought back holds what the deletion met.
  const isBroughtBack = isDeleted && wanted[DELETION] === false;
  return pick(isBroughtBack ? withoutNulls(conflict.existingData) : wanted);
}

const withoutNulls = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

const pick = (values: Values): Values =>
  Object.fromEntries(
    [...PRODUCTION_FIELDS, ...EQUIPMENT_FIELDS]
      .filter((name) => values[name] !== undefined)
      .map((name) => [name, values[name]]),
  );

/** The record that the event is about; for a decision on a conflict, the record of that. */
function rowOf(workset: Workset, event: DomainEvent): Values | undefined {
  const conflict = workset.conflicts.get(event.aggregateId);
  if (conflict !== undefined) {
    const { wellId, productionDate, recordId } = conflict;
    const row =
      productionDate === null
        ? workset.equipment.get(recordId)
        : workset.production.get(productionKey(wellId, productionDate));
    return row === undefined ? undefined : { ...row };
  }
  const row = workset.production.get(recordKeyOf(event)) ?? workset.equipment.get(event.aggregateId);
  return row === undefined ? undefined : { ...row };
}
