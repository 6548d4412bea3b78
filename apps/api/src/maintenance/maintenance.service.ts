import { Inject, Injectable } from '@nestjs/common';
import type { MaintenanceCreate } from '@wellpulse/contracts';
import { photoHashIn } from '@wellpulse/domain';
import { v7 as uuidV7 } from 'uuid';
import { requireEquipment } from '../equipment/equipment.queries.ts';
import type { Caller } from '../http/request.ts';
import { eventPhotos } from '../photos/event-photos.ts';
import { photoBlobName } from '../photos/photo-names.ts';
import { byCaller } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';

@Injectable()
export class MaintenanceService {
  constructor(@Inject(TenantWriter) private readonly writer: TenantWriter) {}

  /** The new entry's id. Its photos are looked up under the tenant's lock, so that none is lost in between. */
  async log(caller: Caller, equipmentId: string, entry: MaintenanceCreate): Promise<string> {
    const { photoUrls, ...values } = entry;
    return this.writer.transaction(caller.database, byCaller(caller), async (tx) => {
      await requireEquipment(tx.db, equipmentId);
      const photos = await eventPhotos(
        tx.db,
        { kind: 'EQUIPMENT', id: equipmentId },
        {
          field: 'photoUrls',
          names: photoUrls,
          nameOf: (photo) => photoBlobName(caller.tenant.slug, photo),
          hashIn: photoHashIn,
        },
      );
      const result = await tx.apply([
        {
          eventType: 'EQUIPMENT_MAINTENANCE_LOGGED',
          aggregateId: equipmentId,
          baseVersion: null,
          payload: { maintenanceId: uuidV7(), ...values, photos },
        },
      ]);
      return firstAccepted(result).recordId;
    });
  }
}
