/**
 * Who wrote which field of a record, and when. It decides between two people who changed the same record without knowing it
 * (docs/sync-protocol.md, "Conflicts"; ADR 13, ADR 22).
 *
 *   oilVolume of one day, with LAST_WRITE_WINS; each write has (clock, event id)
 *
 *     A 40 (10) ------ B 42 (12) -------------- C 41 (11), whose author had seen A and not B
 *        |                |                        |
 *     register: A      register: B              register: B stays, because 12 > 11
 *                                               conflict: SKIP, with 42 and 41 on its two sides
 *
 *   The order of arrival A, C, B ends with the same register B; then B is the OVERWRITE.
 *
 * M1. A field holds the value of the write with the greatest (clock, event id), in every order of arrival.
 * M2. A write comes after every write of its field that its author knew, whatever the device's clock says. It comes before what its
 *     own device wrote later, whichever of the two arrives first (ADR 78).
 * M3. A field is contested if its value was changed unseen, or if the event loses its register. Equal values agree.
 * M4. Both sides of a contested field are kept in a conflict. No value is overwritten in silence.
 * M5. With PROMPT nothing of a contested event is applied until a person chooses. What nobody contests is applied.
 * M6. Whether an update leaves a volume is judged by what its author knew, and so in every order alike.
 * M7. A deletion wins only if it is later than every change that it did not see.
 * M8. A record that is made again begins a new history. Its first write is the deletion.
 *
 * M9. What an author takes back counts for no field any more, as if it had never been sent. It still counts as known (ADR 45).
 *     That holds too for an entry that comes after the taking back (ADR 90).
 *
 * M1 and M6 are promised for creations, updates and takings back, and not for other deletions.
 */
import type { EntryMethod, Location } from '@wellpulse/contracts';

/** One event's writes to a record. */
export interface RecordWrite {
  readonly eventId: string;
  /** Null for the web, imports and the command line, which count as other devices. */
  readonly deviceId: string | null;
  /** Its number there; left out where the log does not say. */
  readonly deviceSequence?: number;
  readonly userId: string | null;
  readonly occurredAt: string;
  /** The version that its device was looking at; null for an author who saw the current record. */
  readonly baseVersion: number | null;
  /** An author who has seen this version of the record has seen this write. */
  readonly knownFrom: number;
  /** The fields whose values it changed. Empty if it brought the same values, or lost. */
  readonly changed: readonly string[];
  /**
   * What it wanted the fields of a reading to be, null for empty; of a taking back, what the fields became that it changed. Of an
   * item of equipment, of which nothing is taken back, it is empty.
   */
  readonly values: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970, by field. */
  readonly clocks: Readonly<Record<string, number>>;
  /** How and where a reading was entered. */
  readonly entry?: WriteEntry;
  /** The SHA-256 of the photos that it gave a reading. */
  readonly photoHashes?: readonly string[];
  /** Its author was asked about an unusual volume of it, and kept that. */
  readonly confirmed?: true;
  /** The events that took it back: it counts for no field any more, and is known to those who knew it (M9). */
  readonly takenBackBy?: readonly string[];
  /** It waits for a person to choose, and counts for no field yet. */
  readonly isHeld?: true;
  /** It is a taking back of other writes. */
  readonly isTakingBack?: true;
}

export interface WriteEntry {
  readonly entryMethod: EntryMethod;
  readonly location: Location | null;
}

/** Whether a write may hold a register. */
export const counts = (write: RecordWrite): boolean =>
  write.takenBackBy === undefined && write.isHeld === undefined && write.isTakingBack === undefined;

/** Whether a write is a share of a month's total, and nobody's reading. */
export const isEstimate = ({ values }: RecordWrite): boolean => typeof values['estimatedFrom'] === 'string';

/** All writes to a record that merging still asks for. */
export interface FieldHistory {
  readonly recordId: string;
  /** If the record was made again after a deletion, the first write is that deletion, as `deletionMarker` writes it. */
  readonly writes: readonly RecordWrite[];
}

/** The field that says whether the record exists. */
export const DELETION = 'deleted';

/** A write's place in the order of a register. */
interface RegisterOrder {
  readonly clock: number;
  readonly eventId: string;
}

export const isLater = (left: RegisterOrder, right: RegisterOrder): boolean =>
  left.clock === right.clock ? left.eventId > right.eventId : left.clock > right.clock;

/** The author of a write, and what they know. */
export interface Writer {
  readonly eventId: string;
  readonly deviceId: string | null;
  /** Null where nobody counts, or the log does not say. */
  readonly deviceSequence: number | null;
  readonly occurredAt: string;
  /** The version that they were looking at; `Infinity` for an author who sees the current record. */
  readonly baseVersion: number;
  /** Whether they create the record, as far as they know. */
  readonly isCreation: boolean;
}

/** Whether a writer knows a write. Earlier writes of the same device are known, whether they won or not. */
export const knows = (writer: Writer, write: RecordWrite): boolean =>
  write.knownFrom <= writer.baseVersion || isEarlierOnDevice(writer, write);

const isSameDevice = (writer: Writer, write: RecordWrite): boolean =>
  writer.deviceId !== null && write.deviceId === writer.deviceId;

/** An event that waited for its author arrives after later ones of its device: those knew it, and it did not know them. */
const isLaterOnDevice = (writer: Writer, { deviceSequence = 0, ...write }: RecordWrite): boolean =>
  isSameDevice(writer, write) && writer.deviceSequence !== null && deviceSequence > writer.deviceSequence;

/** A device that was set back gives a number twice if the first event left it in a file: neither knows the other. */
const isTwin = (writer: Writer, { deviceSequence, eventId }: RecordWrite): boolean =>
  deviceSequence === writer.deviceSequence && eventId !== writer.eventId;

const isEarlierOnDevice = (writer: Writer, write: RecordWrite): boolean =>
  isSameDevice(writer, write) && !isLaterOnDevice(writer, write) && !isTwin(writer, write);

/**
 * The writes that count for a writer. Writes before a deletion do not count for someone who recreates the record. Nor do they
 * count for someone who has seen only the recreated one. Someone who edits the deleted record without knowing that meets the
 * deletion, which emptied every field.
 */
export function relevantWrites(writes: readonly RecordWrite[], writer: Writer): readonly RecordWrite[] {
  const [first, ...rest] = writes;
  if (first === undefined || !isDeletionWrite(first) || knows(writer, first)) return writes;
  return writer.isCreation || rest.some((write) => knows(writer, write)) ? rest : writes;
}

export const isDeletionWrite = ({ clocks }: RecordWrite): boolean => clocks[DELETION] !== undefined;

/** The deletion that ended a record, in place of all its writes; undefined if the record was not deleted. */
export function deletionMarker(
  writes: readonly RecordWrite[],
  fields: readonly string[],
): RecordWrite | undefined {
  const deletion = writes.findLast(isDeletionWrite);
  if (deletion === undefined) return undefined;
  const clock = Math.max(...writes.flatMap(({ clocks }) => Object.values(clocks)));
  const all = [...fields, DELETION];
  const clocks = Object.fromEntries(all.map((field) => [field, clock]));
  const values = Object.fromEntries(all.map((field) => [field, field === DELETION ? true : null]));
  return { ...deletion, changed: all, values, clocks };
}

/** The writes of others that changed a value since the writer looked. A taking back is none: of what it undid nothing is there. */
export const unseenChanges = (writes: readonly RecordWrite[], writer: Writer): RecordWrite[] =>
  writes.filter((write) => write.changed.length > 0 && counts(write) && !knows(writer, write));

/**
 * The time of the write, or one millisecond after the latest known write of these fields, whichever is later. In any case it is one
 * millisecond before the first one that its device wrote later (M2).
 */
export function clockOf(writes: readonly RecordWrite[], writer: Writer, fields?: readonly string[]): number {
  const clocksOf = (isMeant: (writer: Writer, write: RecordWrite) => boolean): number[] =>
    writes
      .filter((write) => isMeant(writer, write))
      .flatMap(({ clocks }) => (fields ?? Object.keys(clocks)).flatMap((field) => clocks[field] ?? []));
  const after = Math.max(Date.parse(writer.occurredAt), ...clocksOf(knows).map((clock) => clock + 1));
  return Math.min(after, ...clocksOf(isLaterOnDevice).map((clock) => clock - 1));
}

export interface Register extends RegisterOrder {
  readonly write: RecordWrite;
}

/** The write that holds a field's register; undefined if the field was never written. */
export function registerOf(writes: readonly RecordWrite[], field: string): Register | undefined {
  let holder: Register | undefined;
  for (const write of writes) {
    const clock = write.clocks[field];
    if (clock === undefined || !counts(write)) continue;
    const register = { clock, eventId: write.eventId, write };
    if (holder === undefined || isLater(register, holder)) holder = register;
  }
  return holder;
}

/** The write that last changed a field's value. */
const lastChangeOf = (writes: readonly RecordWrite[], field: string): RecordWrite | undefined =>
  writes.findLast(({ changed }) => changed.includes(field));

/**
 * The write that gave a field its present value, known from when on that value stands. A value that stands since another one was
 * taken back came from its writer; undefined if nobody did.
 */
export function currentWrite(writes: readonly RecordWrite[], field: string): RecordWrite | undefined {
  const last = lastChangeOf(writes, field);
  if (last?.isTakingBack === undefined && last?.takenBackBy === undefined) return last;
  const holder = registerOf(writes, field)?.write;
  return holder === undefined ? undefined : { ...holder, knownFrom: last.knownFrom };
}

/** The taking back that an entry's own device sent after it, and that came first: its author took it back (ADR 90). */
export const takenBackAhead = (
  writes: readonly RecordWrite[],
  writer: Writer,
  userId: string | null,
): RecordWrite | undefined =>
  writes.find(
    (write) => write.isTakingBack === true && write.userId === userId && isLaterOnDevice(writer, write),
  );

/** Whether neither of the two who wrote knew of the other. An estimate contradicts nobody. */
export const isUnseen = (writer: Writer, write: RecordWrite | undefined): write is RecordWrite =>
  write !== undefined && !knows(writer, write) && !isLaterOnDevice(writer, write) && !isEstimate(write);

/**
 * Whether a field holds a value as far as the writer knows: at the version that they were looking at, with their own device's
 * later entries on top. The answer is the same in every order of arrival (M6). If it can't be known, the answer is yes.
 */
export function holdsValue(all: readonly RecordWrite[], writer: Writer, field: string): boolean {
  const writes = relevantWrites(all, writer);
  const [first] = writes;
  // They edit what was deleted meanwhile, and what they saw of it is forgotten.
  if (first !== undefined && isDeletionWrite(first) && !knows(writer, first)) return true;
  const isSeen = ({ knownFrom }: RecordWrite): boolean => knownFrom <= writer.baseVersion;
  const seen = lastChangeOf(writes.filter(isSeen), field);
  const own = writes.findLast(
    (write) => isEarlierOnDevice(writer, write) && (write.clocks[field] !== undefined || write.isTakingBack),
  );
  const wasGiven = (write: RecordWrite | undefined): boolean => (write?.values[field] ?? null) !== null;
  if (own === undefined || isSeen(own)) return wasGiven(seen);
  const hadSeen = seen === undefined || (own.baseVersion !== null && seen.knownFrom <= own.baseVersion);
  const isOwnGiven = own.isTakingBack === undefined && wasGiven(own);
  return isOwnGiven || (!hadSeen && wasGiven(seen));
}

/** So that a write which gave none is as it was written before readings had photos. */
export const photosGiven = (hashes: readonly string[] = []): Pick<RecordWrite, 'photoHashes'> =>
  hashes.length === 0 ? {} : { photoHashes: hashes };

/** The photos of all writes that nobody took back, sorted: those that lost or wait gave theirs too. */
export const photosLeft = ({ writes }: FieldHistory): string[] =>
  [
    ...new Set(
      writes.flatMap(({ photoHashes = [], takenBackBy }) => (takenBackBy === undefined ? photoHashes : [])),
    ),
  ].sort();

/** The history of a record that was created once, not by a device, and never changed. Its row tells everything. */
export function impliedHistory(
  row: {
    readonly id: string;
    readonly version: number;
    readonly createdBy: string;
    readonly updatedAt: string;
    readonly photoHashes?: readonly string[];
    readonly confirmed?: true | null;
  },
  given: Readonly<Record<string, unknown>>,
  entry?: WriteEntry,
): FieldHistory {
  const fields = Object.keys(given).filter((field) => given[field] !== null);
  const clock = Date.parse(row.updatedAt);
  return {
    recordId: row.id,
    writes: [
      {
        eventId: row.id,
        deviceId: null,
        userId: row.createdBy,
        occurredAt: row.updatedAt,
        baseVersion: null,
        knownFrom: row.version,
        changed: [...fields].sort(),
        values: entry === undefined ? {} : Object.fromEntries(fields.map((field) => [field, given[field]])),
        clocks: Object.fromEntries(fields.map((field) => [field, clock])),
        ...(entry === undefined ? {} : { entry }),
        ...photosGiven(row.photoHashes),
        ...(row.confirmed === true ? { confirmed: true } : {}),
      },
    ],
  };
}
