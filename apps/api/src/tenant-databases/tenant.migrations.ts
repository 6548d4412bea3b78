/** The tenants' stream of migrations. Append; never change one that has shipped. */
import type { Migration } from '../database/migrator.ts';
import { eventLog } from './migrations/0001-event-log.ts';
import { tenantAndUsers } from './migrations/0002-tenant-and-users.ts';
import { wells } from './migrations/0003-wells.ts';
import { production } from './migrations/0004-production.ts';
import { equipment } from './migrations/0005-equipment.ts';
import { sync } from './migrations/0006-sync.ts';
import { mergedRecords } from './migrations/0007-merged-records.ts';
import { pluggedOn } from './migrations/0008-plugged-on.ts';
import { routeOrder } from './migrations/0009-route-order.ts';
import { personKeys } from './migrations/0010-person-keys.ts';
import { searchKey } from './migrations/0011-search-key.ts';
import { lineages } from './migrations/0012-lineages.ts';
import { conflictData } from './migrations/0013-conflict-data.ts';
import { takenBack } from './migrations/0014-taken-back.ts';

export const TENANT_MIGRATIONS: readonly Migration[] = [
  eventLog,
  tenantAndUsers,
  wells,
  production,
  equipment,
  sync,
  mergedRecords,
  pluggedOn,
  routeOrder,
  personKeys,
  searchKey,
  lineages,
  conflictData,
  takenBack,
];
