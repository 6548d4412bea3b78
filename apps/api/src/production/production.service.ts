/** Recording, changing and deleting production: intents for the write path, and its answers for the caller. */
import { Inject, Injectable } from '@nestjs/common';
import {
  PROBLEMS,
  type FieldError,
  type ProblemCode,
  type ProductionEntry,
  type ProductionRecord,
  type ProductionUpdate,
  message,
} from '@wellpulse/contracts';
import { isDecision, productionKey } from '@wellpulse/domain';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { eventPhotos } from '../photos/event-photos.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { byCaller } from '../write-path/origin.ts';
import { detailsOf, errorsOfEntry, firstAccepted } from '../write-path/refusals.ts';
import type { Draft, WriteResult } from '../write-path/intent.ts';
import { TenantWriter, type Work } from '../write-path/tenant-writer.ts';
import type { BulkEntries } from './bulk-entries.ts';
import { findById } from './production.queries.ts';

@Injectable()
export class ProductionService {
  constructor(@Inject(TenantWriter) private readonly writer: TenantWriter) {}

  async create(caller: Caller, wellId: string, entry: ProductionEntry): Promise<ProductionRecord> {
    const result = await this.writer.transaction(caller.database, byCaller(caller), async (tx) =>
      tx.apply([await creation(tx.db, wellId, entry)]),
    );
    firstAccepted(result);
    return recordOf(result, wellId, entry.productionDate);
  }

  /**
   * Records up to 31 days or none of them. Every bad row is named at once: the rules are asked about the good rows
   * even when others can't be read.
   */
  async createBulk(
    caller: Caller,
    wellId: string,
    { readable, errors }: BulkEntries,
  ): Promise<ProductionRecord[]> {
    const work: Work<WriteResult> = async (tx) => {
      const drafts: Draft[] = [];
      for (const { entry } of readable) drafts.push(await creation(tx.db, wellId, entry));
      return tx.apply(drafts);
    };
    const { database } = caller;
    const result = await (errors.length > 0
      ? this.writer.rehearsal(database, byCaller(caller), work)
      : this.writer.transaction(database, byCaller(caller), work));
    refuseIfAny(
      result,
      errors,
      readable.map(({ index }) => index),
    );
    return readable.map(({ entry }) => recordOf(result, wellId, entry.productionDate));
  }

  async update(
    caller: Caller,
    wellId: string,
    id: string,
    change: ProductionUpdate,
  ): Promise<ProductionRecord> {
    const record = await findById(caller.database.db, wellId, id);
    const { version, productionDate, confirmed, photoHashes = [], ...values } = change;
    if (productionDate !== undefined && productionDate !== record.productionDate) {
      throw new ProblemError('VALIDATION_FAILED', {
        errors: [
          {
            path: 'productionDate',
            message: message('dayFixed'),
          },
        ],
      });
    }
    const result = await this.writer.transaction(caller.database, byCaller(caller), async (tx) => {
      // It has those that it was read with, also the ones that have not arrived.
      const added = photoHashes.filter((sha256) => !record.photoHashes.includes(sha256));
      const photos = await photosOf(tx.db, wellId, added);
      return tx.apply([
        {
          eventType: 'PRODUCTION_UPDATED',
          aggregateId: wellId,
          baseVersion: version,
          payload: {
            productionDate: record.productionDate,
            ...values,
            ...(confirmed === true ? { confirmed } : {}),
            ...photos,
          },
        },
      ]);
    });
    firstAccepted(result);
    return recordOf(result, wellId, record.productionDate);
  }

  async remove(caller: Caller, wellId: string, id: string): Promise<void> {
    const { productionDate } = await findById(caller.database.db, wellId, id);
    const result = await this.writer.write(caller.database, byCaller(caller), [
      {
        eventType: 'PRODUCTION_DELETED',
        aggregateId: wellId,
        baseVersion: null,
        payload: { productionDate },
      },
    ]);
    firstAccepted(result);
  }
}

async function creation(
  db: TenantDb,
  wellId: string,
  { photoHashes = [], ...entry }: ProductionEntry,
): Promise<Draft> {
  const photos = await photosOf(db, wellId, photoHashes);
  return {
    eventType: 'PRODUCTION_CREATED',
    aggregateId: wellId,
    baseVersion: null,
    payload: { ...entry, ...photos },
  };
}

/** As an event names them; none leave nothing in it. Looked up under the tenant's lock, so that none is lost in between. */
async function photosOf(db: TenantDb, wellId: string, names: readonly string[]) {
  if (names.length === 0) return {};
  const hash = {
    nameOf: ({ sha256 }: { readonly sha256: string }) => sha256,
    hashIn: (name: string) => name,
  };
  const owner = { kind: 'WELL', id: wellId } as const;
  return { photos: await eventPhotos(db, owner, { field: 'photoHashes', names, ...hash }) };
}

function refuseIfAny(
  result: WriteResult,
  unreadable: readonly FieldError[],
  indexes: readonly number[],
): void {
  const codes = new Set<ProblemCode>(unreadable.length > 0 ? ['VALIDATION_FAILED'] : []);
  const errors = [...unreadable];
  result.decisions.forEach((decision, position) => {
    if (decision.ok) return;
    if (!isDecision(decision)) throw new ProblemError('INTERNAL');
    codes.add(decision.code);
    const prefix = `entries[${indexes[position] ?? position}]`;
    errors.push(...errorsOfEntry(decision, prefix, PROBLEMS[decision.code].title));
  });
  const [only, ...others] = codes;
  if (only === undefined) return;
  errors.sort((left, right) => entryIndex(left) - entryIndex(right));
  const refusal = result.decisions.find((decision) => !decision.ok);
  if (others.length > 0 || refusal?.ok !== false || refusal.code !== 'PRODUCTION_EXISTS') {
    throw new ProblemError(others.length > 0 ? 'VALIDATION_FAILED' : only, { errors });
  }
  throw new ProblemError(only, { ...detailsOf(refusal), errors });
}

const entryIndex = ({ path }: FieldError): number => Number(/\d+/.exec(path)?.[0] ?? 0);

function recordOf(result: WriteResult, wellId: string, day: string): ProductionRecord {
  const row = result.workset.production.get(productionKey(wellId, day));
  if (row === undefined) throw new Error('An accepted record is not in the workset');
  const { deleted: _, ...record } = row;
  return record;
}
