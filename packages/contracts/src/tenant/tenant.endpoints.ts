import { endpoint } from '../endpoint/endpoint.ts';
import { tenantSettingsSchema, tenantSettingsUpdateSchema } from './tenant.ts';

const tag = 'Tenant';

export const tenantEndpoints = {
  getSettings: endpoint({
    method: 'GET',
    path: '/tenant/settings',
    access: 'READ',
    summary: "The tenant's settings",
    tag,
    status: 200,
    answer: tenantSettingsSchema,
  }),
  updateSettings: endpoint({
    method: 'PUT',
    path: '/tenant/settings',
    access: 'ADMINISTER',
    summary: "Change the tenant's settings",
    tag,
    body: tenantSettingsUpdateSchema,
    status: 200,
    answer: tenantSettingsSchema,
    problems: ['VERSION_CONFLICT'],
  }),
};
