/**
 * One import at work: rows in, chunks through the write path, the tally out. Rows are decided on like any other entry; what a
 * chunk has committed stays. So an import that was cut off is finished by running it again (ADR 7).
 */
import {
  MAX_REFUSED_LISTED,
  PROBLEMS,
  READING_FIELDS,
  type ImportMapping,
  type ImportRefusal,
  type ImportResult,
  type ReadingField,
  type RefusedRow,
  message,
} from '@wellpulse/contracts';
import { sql } from 'kysely';
import { columnOf } from '../database/columns.ts';
import {
  importEntry,
  isDecision,
  readingsOf,
  SeenDays,
  type ExistingReading,
  type ImportedRow,
  type Judgement,
} from '@wellpulse/domain';
import type { Draft, WriteResult } from '../write-path/intent.ts';
import type { Db } from '../write-path/write-transaction.ts';
import type { ImportRow, ReadRow } from './row-reader.ts';

/** How many rows go through the write path at once: large enough to be fast, small enough to let others in between. */
export const CHUNK_ROWS = 2_000;

/** Does a chunk's work in a transaction, in which nobody else changes what it reads. */
export type RunChunk = <Result>(work: (db: Db, apply: Apply) => Promise<Result>) => Promise<Result>;
type Apply = (drafts: readonly Draft[]) => Promise<WriteResult>;

type Tally = Omit<ImportResult, 'importId' | 'dryRun' | 'aborted'>;

export class ProductionImport {
  readonly tally: Tally = {
    rows: 0,
    taken: 0,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    refused: [],
    refusedTotal: 0,
    kept: [],
    keptTotal: 0,
  };
  readonly #seen = new SeenDays();
  #chunk: ImportRow[] = [];

  constructor(
    private readonly mapping: ImportMapping,
    private readonly runChunk: RunChunk,
  ) {}

  /** Takes the next row; writes when a chunk is full. */
  async apply(read: ReadRow): Promise<void> {
    this.tally.rows += 1;
    if (read.kind === 'SKIPPED') this.tally.skipped += 1;
    else if (read.kind === 'REFUSED') this.#refuse(read.refusal);
    else if (this.#isNew(read)) this.#chunk.push(...readingsOf(read));
    if (this.#chunk.length >= CHUNK_ROWS) await this.flush();
  }

  /** Writes what is left. */
  async flush(): Promise<void> {
    const rows = this.#chunk;
    this.#chunk = [];
    if (rows.length === 0) return;
    const { planned, decisions, imported } = await this.runChunk(async (db, apply) => {
      const existing = await readExisting(db, rows);
      const imported = rows.map((row) => ({
        row,
        ...importEntry(row, existing.get(`${row.wellId}|${row.day}`), this.mapping.typed),
      }));
      const planned = imported.flatMap(({ row, entry }) => (entry === null ? [] : [{ row, draft: entry }]));
      const { decisions } = await apply(planned.map(({ draft }) => draft));
      return { planned, decisions, imported };
    });
    this.tally.unchanged += rows.length - planned.length;
    for (const { row, kept } of imported) this.#keep(row, kept);
    planned.forEach(({ row, draft }, index) => this.#count(row, draft, decisions[index]));
  }

  #isNew(row: ImportRow): boolean {
    const seen = this.#seen.note(row.wellId, row.day, row.volumes);
    if (seen === 'SAME') this.tally.unchanged += 1;
    if (seen === 'DIFFERENT') {
      const reason = message('otherVolumesBefore');
      this.#refuse(this.#atDate(row, 'DUPLICATE_DAY', reason));
    }
    return seen === 'NEW';
  }

  #count(row: ImportRow, draft: Draft, decision: Judgement | undefined): void {
    if (decision?.ok === true) {
      if (!decision.changed) this.tally.unchanged += 1;
      else if (draft.eventType === 'PRODUCTION_CREATED') this.tally.taken += 1;
      else this.tally.updated += 1;
      return;
    }
    this.#refuse(this.#atDate(row, ...refusalOf(decision)));
  }

  #refuse(refusal: RefusedRow): void {
    this.tally.refusedTotal += 1;
    if (this.tally.refused.length < MAX_REFUSED_LISTED) this.tally.refused.push(refusal);
  }

  #keep({ line, wellId, day }: ImportRow, kept: ImportedRow['kept']): void {
    this.tally.keptTotal += kept.length;
    for (const value of kept) {
      if (this.tally.kept.length >= MAX_REFUSED_LISTED) return;
      this.tally.kept.push({ row: line, wellId, productionDate: day, ...value });
    }
  }

  #atDate(row: ImportRow, code: ImportRefusal, reason: string): RefusedRow {
    return { row: row.line, column: this.mapping.date.column, value: row.dayText, code, reason };
  }
}

function refusalOf(decision: Judgement | undefined): [ImportRefusal, string] {
  if (decision === undefined || decision.ok || !isDecision(decision)) {
    return ['REFUSED_BY_DATABASE', message('refusedByDatabase')];
  }
  const reason = decision.errors?.[0]?.message ?? PROBLEMS[decision.code].title;
  if (decision.code === 'WELL_PLUGGED' || decision.code === 'DATE_IN_FUTURE') return [decision.code, reason];
  // The well was deleted while the import ran.
  return ['WELL_UNKNOWN', reason];
}

async function readExisting(db: Db, rows: readonly ImportRow[]): Promise<Map<string, ExistingReading>> {
  const { rows: found } = await sql<FoundReading>`
    select p.id, p.well_id, p.production_date as day, p.version, p.deleted_at is not null as deleted,
      p.estimated_from as "estimatedFrom",
      ${sql.join(READING_FIELDS.map((field) => sql`p.${sql.ref(columnOf(field))} as ${sql.ref(field)}`))}
    from unnest(${rows.map(({ wellId }) => wellId)}::uuid[], ${rows.map(({ day }) => day)}::date[])
      as wanted (well_id, day)
    join production_data p on p.well_id = wanted.well_id and p.production_date = wanted.day`.execute(db);
  const given = new Map(rows.map((row) => [`${row.wellId}|${row.day}`, row.volumes]));
  const differing = found.filter((reading) => {
    const volumes = given.get(`${reading.well_id}|${reading.day}`);
    return READING_FIELDS.some((field) => (volumes?.[field] ?? reading[field]) !== reading[field]);
  });
  const typed = await readTyped(db, differing);
  return new Map(
    found.map((row) => [`${row.well_id}|${row.day}`, { ...row, typed: typed.get(row.id) ?? [] }]),
  );
}

interface FoundReading extends Omit<ExistingReading, 'typed'> {
  readonly id: string;
  readonly well_id: string;
  readonly day: string;
}

/** The numbers whose value a person gave last, as the log tells it. Who only sent a value back as it was gave none. */
async function readTyped(
  db: Db,
  readings: readonly Pick<FoundReading, 'id'>[],
): Promise<Map<string, ReadingField[]>> {
  if (readings.length === 0) return new Map();
  const events = await db
    .selectFrom('event_log')
    .where('record_id', '=', sql<string>`any(${readings.map(({ id }) => id)}::uuid[])`)
    .where('event_type', 'in', ['PRODUCTION_CREATED', 'PRODUCTION_UPDATED'])
    .orderBy('sequence')
    .select(['record_id', 'source', 'payload'])
    .execute();
  const last = new Map<string, { readonly value: unknown; readonly isTyped: boolean }>();
  for (const { record_id: id, source, payload } of events) {
    for (const field of READING_FIELDS) {
      const value = (payload as Partial<Record<ReadingField, unknown>>)[field];
      if (value === undefined || value === last.get(`${id} ${field}`)?.value) continue;
      last.set(`${id} ${field}`, { value, isTyped: source !== 'IMPORT' });
    }
  }
  return new Map(
    readings.map(({ id }) => [id, READING_FIELDS.filter((field) => last.get(`${id} ${field}`)?.isTyped)]),
  );
}
