/** The whole protocol map of the REST API. */
import { alertEndpoints } from './alerts/alert.endpoints.ts';
import { auditEndpoints } from './audit/audit.endpoints.ts';
import { authEndpoints } from './auth/auth.endpoints.ts';
import { conflictEndpoints } from './conflicts/conflict.endpoints.ts';
import { dashboardEndpoints } from './dashboard/dashboard.endpoints.ts';
import { equipmentEndpoints } from './equipment/equipment.endpoints.ts';
import { deviceEndpoints } from './devices/device.endpoints.ts';
import type { EndpointDefinition } from './endpoint/endpoint.ts';
import { importEndpoints } from './imports/import.endpoints.ts';
import { liveEndpoints } from './live/live.endpoints.ts';
import { maintenanceEndpoints } from './maintenance/maintenance.endpoints.ts';
import { photoEndpoints, wellPhotoEndpoints } from './photos/photo.endpoints.ts';
import { productionEndpoints } from './production/production.endpoints.ts';
import { recoveredEndpoints } from './sync/recovered.endpoints.ts';
import { syncEndpoints } from './sync/sync.endpoints.ts';
import { tenantEndpoints } from './tenant/tenant.endpoints.ts';
import { userEndpoints } from './users/user.endpoints.ts';
import { wellEndpoints } from './wells/well.endpoints.ts';

/** All routes by their groups: `endpoints.wells.list`. */
export const endpoints = {
  auth: authEndpoints,
  users: userEndpoints,
  wells: wellEndpoints,
  production: productionEndpoints,
  alerts: alertEndpoints,
  equipment: equipmentEndpoints,
  maintenance: maintenanceEndpoints,
  photos: photoEndpoints,
  wellPhotos: wellPhotoEndpoints,
  devices: deviceEndpoints,
  sync: { ...syncEndpoints, ...recoveredEndpoints },
  conflicts: conflictEndpoints,
  imports: importEndpoints,
  audit: auditEndpoints,
  tenant: tenantEndpoints,
  dashboard: dashboardEndpoints,
  live: liveEndpoints,
};

const groups: readonly Readonly<Record<string, EndpointDefinition>>[] = Object.values(endpoints);

/** All routes in one list. */
export const allEndpoints: readonly EndpointDefinition[] = groups.flatMap((group) => Object.values(group));
