/** Runs imports of production: skipping bad rows, or all or nothing, or only trying. */
import { Inject, Injectable } from '@nestjs/common';
import type { ImportMapping, ImportProgress, ImportResult } from '@wellpulse/contracts';
import { dayInZone } from '@wellpulse/domain';
import { stat } from 'node:fs/promises';
import { CLOCK, type Clock } from '../config/clock.ts';
import type { TenantDatabase } from '../tenant-databases/tenant-databases.ts';
import { publishProgress } from '../write-path/notify.ts';
import type { Origin, WriteResult } from '../write-path/intent.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import { openCsv } from './csv-file.ts';
import { ProductionImport, type RunChunk } from './production-import.ts';
import { rowReader } from './row-reader.ts';
import { loadWellFinder } from './well-finder.ts';

export interface ImportJob {
  readonly importId: string;
  readonly database: TenantDatabase;
  readonly origin: Origin;
  readonly mapping: ImportMapping;
  readonly filePath: string;
  readonly dryRun: boolean;
}

const PROGRESS_MILLISECONDS = 300;
const NOTHING_TAKEN = { taken: 0, updated: 0, unchanged: 0 };

@Injectable()
export class ImportService {
  constructor(
    @Inject(TenantWriter) private readonly writer: TenantWriter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Runs a job. `ABORT` first tries the whole file; only if no row is refused it is taken, in one transaction, which
   * keeps other writers of the tenant waiting: it is for files of moderate size.
   */
  async run(job: ImportJob): Promise<ImportResult> {
    const { importId, dryRun } = job;
    const isWhole = job.mapping.onError === 'ABORT';
    if (dryRun || isWhole) {
      const outcome = await this.#dryRun(job);
      const aborted = isWhole && outcome.refusedTotal > 0;
      if (aborted) return { ...outcome, ...NOTHING_TAKEN, importId, dryRun, aborted };
      if (dryRun) return { ...outcome, importId, dryRun, aborted };
    }
    const tally = isWhole ? await this.#applyWhole(job) : await this.#applyInChunks(job);
    // Refused although the rehearsal went well: something changed in between, and another rehearsal says what.
    return tally === null ? this.run(job) : { ...tally, importId, dryRun, aborted: false };
  }

  #dryRun(job: ImportJob): Promise<ProductionImport['tally']> {
    return this.#readThrough(job, (work) =>
      this.writer.rehearsal(job.database, job.origin, (tx) =>
        work(tx.db, (drafts) => tx.apply(drafts, 'EACH')),
      ),
    );
  }

  #applyInChunks(job: ImportJob): Promise<ProductionImport['tally']> {
    return this.#readThrough(job, (work) =>
      this.writer.transaction(job.database, job.origin, (tx) =>
        work(tx.db, (drafts) => tx.apply(drafts, 'EACH')),
      ),
    );
  }

  /** Null if a row was refused; then nothing was taken. */
  async #applyWhole(job: ImportJob): Promise<ProductionImport['tally'] | null> {
    try {
      return await this.writer.transaction(job.database, job.origin, (tx) =>
        this.#readThrough(job, (work) => work(tx.db, async (drafts) => allAccepted(await tx.apply(drafts)))),
      );
    } catch (error) {
      if (error instanceof RowRefused) return null;
      throw error;
    }
  }

  async #readThrough(job: ImportJob, runChunk: RunChunk): Promise<ProductionImport['tally']> {
    const { size } = await stat(job.filePath);
    const file = await openCsv(job.filePath, job.mapping.delimiter);
    const wells = await loadWellFinder(job.database.db, job.mapping.well.by);
    const today = await readToday(job.database, this.clock);
    const read = rowReader(job.mapping, file.header, { wells, today });
    const work = new ProductionImport(job.mapping, runChunk);
    let told = 0;
    for await (const record of file.records) {
      await work.apply(read(record));
      if (Date.now() - told < PROGRESS_MILLISECONDS) continue;
      told = Date.now();
      await publishProgress(job.database.db, progressOf(job, work, record.bytes, size));
    }
    await work.flush();
    await publishProgress(job.database.db, progressOf(job, work, size, size));
    return work.tally;
  }
}

/** The tenant's day. */
async function readToday({ db }: TenantDatabase, clock: Clock): Promise<string> {
  const settings = await db.selectFrom('tenant_settings').select('time_zone').executeTakeFirstOrThrow();
  return dayInZone(clock.now(), settings.time_zone);
}

/** Rolls the whole file back. */
class RowRefused extends Error {}

function allAccepted(result: WriteResult): WriteResult {
  if (result.decisions.some(({ ok }) => !ok)) throw new RowRefused();
  return result;
}

const progressOf = (
  { importId }: ImportJob,
  { tally }: ProductionImport,
  bytesRead: number,
  bytesTotal: number,
): ImportProgress => ({
  importId,
  bytesRead,
  bytesTotal,
  rows: tally.rows,
  taken: tally.taken + tally.updated,
  refused: tally.refusedTotal,
});
