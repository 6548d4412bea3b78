import { Inject, Injectable } from '@nestjs/common';
import type { EquipmentCreate, EquipmentUpdate } from '@wellpulse/contracts';
import { v7 as uuidV7 } from 'uuid';
import type { Caller } from '../http/request.ts';
import { byCaller } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import type { Draft } from '../write-path/intent.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import { requireEquipment } from './equipment.queries.ts';

@Injectable()
export class EquipmentService {
  constructor(@Inject(TenantWriter) private readonly writer: TenantWriter) {}

  /** The new item's id. */
  async create(caller: Caller, wellId: string, item: EquipmentCreate): Promise<string> {
    const result = await this.writer.write(caller.database, byCaller(caller), [
      {
        eventType: 'EQUIPMENT_CREATED',
        aggregateId: uuidV7(),
        baseVersion: null,
        payload: { wellId, ...item },
      },
    ]);
    return firstAccepted(result).recordId;
  }

  update(caller: Caller, equipmentId: string, change: EquipmentUpdate): Promise<void> {
    const { version, ...payload } = change;
    return this.#change(caller, {
      eventType: 'EQUIPMENT_UPDATED',
      aggregateId: equipmentId,
      baseVersion: version,
      payload,
    });
  }

  remove(caller: Caller, equipmentId: string): Promise<void> {
    return this.#change(caller, {
      eventType: 'EQUIPMENT_DELETED',
      aggregateId: equipmentId,
      baseVersion: null,
      payload: {},
    });
  }

  /** A deleted item is no longer there for anybody who asks; only what a device brings late is told that it was. */
  async #change(caller: Caller, change: Draft): Promise<void> {
    await this.writer.transaction(caller.database, byCaller(caller), async (tx) => {
      await requireEquipment(tx.db, change.aggregateId);
      firstAccepted(await tx.apply([change]));
    });
  }
}
