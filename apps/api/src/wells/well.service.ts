import { Inject, Injectable } from '@nestjs/common';
import {
  canonicalApiNumber,
  type Well,
  type WellCreate,
  type WellUpdate,
  message,
} from '@wellpulse/contracts';
import { v7 as uuidV7 } from 'uuid';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { byCaller } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import { readWell } from './well.queries.ts';

@Injectable()
export class WellService {
  constructor(@Inject(TenantWriter) private readonly writer: TenantWriter) {}

  async create(caller: Caller, payload: WellCreate): Promise<Well> {
    const result = await this.writer.write(caller.database, byCaller(caller), [
      { eventType: 'WELL_CREATED', aggregateId: uuidV7(), baseVersion: null, payload },
    ]);
    return readWell(caller.database.db, firstAccepted(result).recordId);
  }

  async update(caller: Caller, wellId: string, change: WellUpdate): Promise<Well> {
    const { version, apiNumber, ...payload } = change;
    const stored = canonicalApiNumber((await readWell(caller.database.db, wellId)).apiNumber);
    if (apiNumber !== undefined && apiNumber !== stored) {
      throw new ProblemError('VALIDATION_FAILED', {
        errors: [{ path: 'apiNumber', message: message('apiNumberFixed') }],
      });
    }
    const result = await this.writer.write(caller.database, byCaller(caller), [
      { eventType: 'WELL_UPDATED', aggregateId: wellId, baseVersion: version, payload },
    ]);
    return readWell(caller.database.db, firstAccepted(result).recordId);
  }

  async remove(caller: Caller, wellId: string): Promise<void> {
    const result = await this.writer.write(caller.database, byCaller(caller), [
      { eventType: 'WELL_DELETED', aggregateId: wellId, baseVersion: null, payload: {} },
    ]);
    firstAccepted(result);
  }
}
