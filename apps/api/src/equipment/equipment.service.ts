import { Inject, Injectable } from '@nestjs/common';
import type { EquipmentCreate, EquipmentUpdate } from '@wellpulse/contracts';
import { v7 as uuidV7 } from 'uuid';
import type { Caller } from '../http/request.ts';
import { byCaller } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import { TenantWriter, type Intent } from '../write-path/tenant-writer.ts';

@Injectable()
export class EquipmentService {
  constructor(@Inject(TenantWriter) private readonly writer: TenantWriter) {}

  /** The new item's id. */
  create(caller: Caller, wellId: string, item: EquipmentCreate): Promise<string> {
    return this.#write(caller, {
      eventType: 'EQUIPMENT_CREATED',
      aggregateId: uuidV7(),
      baseVersion: null,
      payload: { wellId, ...item },
    });
  }

  async update(caller: Caller, equipmentId: string, change: EquipmentUpdate): Promise<void> {
    const { version, ...payload } = change;
    await this.#write(caller, {
      eventType: 'EQUIPMENT_UPDATED',
      aggregateId: equipmentId,
      baseVersion: version,
      payload,
    });
  }

  async remove(caller: Caller, equipmentId: string): Promise<void> {
    await this.#write(caller, {
      eventType: 'EQUIPMENT_DELETED',
      aggregateId: equipmentId,
      baseVersion: null,
      payload: {},
    });
  }

  async #write(caller: Caller, intent: Intent): Promise<string> {
    return firstAccepted(await this.writer.write(caller.database, byCaller(caller), [intent])).recordId;
  }
}
