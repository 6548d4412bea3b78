import { Inject, Injectable } from '@nestjs/common';
import type { TenantSettings, TenantSettingsUpdate } from '@wellpulse/contracts';
import { Catalog } from '../catalog/catalog.ts';
import type { Caller } from '../http/request.ts';
import { byCaller } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import { readSettings } from './settings.queries.ts';

@Injectable()
export class SettingsService {
  constructor(
    @Inject(TenantWriter) private readonly writer: TenantWriter,
    @Inject(Catalog) private readonly catalog: Catalog,
  ) {}

  get(caller: Caller): Promise<TenantSettings> {
    return readSettings(caller.database.db);
  }

  async update(caller: Caller, { version, ...payload }: TenantSettingsUpdate): Promise<TenantSettings> {
    const result = await this.writer.write(caller.database, byCaller(caller), [
      {
        eventType: 'TENANT_SETTINGS_UPDATED',
        aggregateId: caller.tenant.id,
        baseVersion: version,
        payload,
      },
    ]);
    firstAccepted(result);
    const settings = result.workset.tenantSettings;
    // For listing: nothing decides by it, so it may stay old where the process ends here (ADR 3).
    await this.catalog.change(caller.tenant.id, {
      name: settings.name,
      time_zone: settings.timeZone,
      conflict_policy: settings.conflictPolicy,
    });
    return settings;
  }
}
