/**
 * Who wrote which field of a record, and when: what decides between two people who changed the same record without
 * knowing of each other (sync protocol, "Conflicts"). Each field is a last-writer-wins register ordered by
 * (clock, event id).
 */

/** One event's writes to a record. */
export interface RecordWrite {
  readonly eventId: string;
  /** Null for the web, imports and the command line, which count as other devices. */
  readonly deviceId: string | null;
  readonly userId: string | null;
  readonly occurredAt: string;
  /** Whoever has seen this version of the record has seen this write. */
  readonly knownFrom: number;
  /** Whether it changed any value; one that brought the same value, or lost, did not. */
  readonly changed: boolean;
  /** Milliseconds since 1970, by field. */
  readonly clocks: Readonly<Record<string, number>>;
}

export interface FieldHistory {
  readonly recordId: string;
  readonly writes: readonly RecordWrite[];
}

/** The field that stands for the record's being there at all. */
export const DELETION = 'deleted';

/** A write's place in the order of a register. */
interface Stamp {
  readonly clock: number;
  readonly eventId: string;
}

export const isLater = (left: Stamp, right: Stamp): boolean =>
  left.clock === right.clock ? left.eventId > right.eventId : left.clock > right.clock;

/** Who writes, and what they know. */
export interface Writer {
  readonly eventId: string;
  readonly deviceId: string | null;
  readonly occurredAt: string;
  /** The version that they were looking at; `Infinity` for who sees the record as it is. */
  readonly baseVersion: number;
}

/** Its own device's earlier writes count, whether they won or not. */
const knows = (writer: Writer, write: RecordWrite): boolean =>
  write.knownFrom <= writer.baseVersion || isSameDevice(writer, write);

const isSameDevice = (writer: Writer, write: RecordWrite): boolean =>
  writer.deviceId !== null && write.deviceId === writer.deviceId;

/** What changed since the writer looked, by others. */
export const unseenChanges = (writes: readonly RecordWrite[], writer: Writer): RecordWrite[] =>
  writes.filter((write) => write.changed && !knows(writer, write));

/** When the person really wrote, or just after the latest write of these fields that they know, whichever is later. */
export function clockOf(writes: readonly RecordWrite[], writer: Writer, fields?: readonly string[]): number {
  const known = writes.filter((write) => knows(writer, write));
  const clocks = known.flatMap(({ clocks: all }) =>
    (fields ?? Object.keys(all)).flatMap((field) => all[field] ?? []),
  );
  return Math.max(Date.parse(writer.occurredAt), ...clocks.map((clock) => clock + 1));
}

export interface Register extends Stamp {
  readonly write: RecordWrite;
}

/** The write that holds a field; undefined if nobody ever wrote it. */
export function registerOf(writes: readonly RecordWrite[], field: string): Register | undefined {
  let holder: Register | undefined;
  for (const write of writes) {
    const clock = write.clocks[field];
    if (clock === undefined) continue;
    const register = { clock, eventId: write.eventId, write };
    if (holder === undefined || isLater(register, holder)) holder = register;
  }
  return holder;
}

export const isUnseen = (writer: Writer, register: Register | undefined): register is Register =>
  register !== undefined && !knows(writer, register.write);

/** A record that was created once, not from a device, and never changed since: its row says it all. */
export function impliedHistory(
  row: {
    readonly id: string;
    readonly version: number;
    readonly createdBy: string;
    readonly updatedAt: string;
  },
  fields: readonly string[],
): FieldHistory {
  const clock = Date.parse(row.updatedAt);
  return {
    recordId: row.id,
    writes: [
      {
        eventId: row.id,
        deviceId: null,
        userId: row.createdBy,
        occurredAt: row.updatedAt,
        knownFrom: row.version,
        changed: true,
        clocks: Object.fromEntries(fields.map((field) => [field, clock])),
      },
    ],
  };
}
