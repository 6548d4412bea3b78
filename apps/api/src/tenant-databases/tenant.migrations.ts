/** The tenants' stream of migrations. Append; never change one that has shipped. */
import type { Migration } from '../database/migrator.ts';
import type { Grants } from '../database/database-users.ts';
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
import { logTimes } from './migrations/0015-log-times.ts';
import { devicesEnd } from './migrations/0016-devices-end.ts';
import { waitingEntries } from './migrations/0017-waiting-entries.ts';
import { claims } from './migrations/0018-claims.ts';
import { boundedPulls } from './migrations/0019-bounded-pulls.ts';
import { broughtBack } from './migrations/0020-brought-back.ts';
import { photosOfReadings } from './migrations/0021-photos-of-readings.ts';
import { lineageCauses } from './migrations/0022-lineage-causes.ts';
import { deviceNumbers } from './migrations/0025-device-numbers.ts';
import { recoveredRecords } from './migrations/0027-recovered-records.ts';
import { conflictLooks } from './migrations/0030-conflict-looks.ts';
import { webDevices } from './migrations/0031-web-devices.ts';
import { eachLostState } from './migrations/0032-each-lost-state.ts';

/** The log is only added to. Granted after migrations: what changes here needs one. */
export const TENANT_GRANTS: Grants = (role) => [
  `grant select, insert, update, delete on all tables in schema public to ${role}`,
  `revoke update, delete on event_log from ${role}`,
  `revoke insert, update, delete on schema_migrations from ${role}`,
];

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
  logTimes,
  devicesEnd,
  waitingEntries,
  claims,
  boundedPulls,
  broughtBack,
  photosOfReadings,
  lineageCauses,
  deviceNumbers,
  recoveredRecords,
  conflictLooks,
  webDevices,
  eachLostState,
];
