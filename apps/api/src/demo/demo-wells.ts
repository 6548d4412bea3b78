/** The demo tenants' wells: made from a seed, the same in every installation. */
import type { WellStatus } from '@wellpulse/contracts';
import type { DemoSlug } from '../catalog/demo-tenants.ts';
import { Random } from './random.ts';

/** Midland County, Texas: the middle of the acme wells. */
const CENTRE = { latitude: 31.8457, longitude: -102.3676 };
const LEASES = [
  'Haverhill',
  'Mesquite Flat',
  'Two Draw',
  'Caliche Ridge',
  'Buckhorn',
  'Dry Fork',
  'Sand Hollow',
];
const ROUTES = ['North route', 'East route', 'South route'];

export interface DemoTenant {
  readonly slug: DemoSlug;
  readonly name: string;
  readonly company: string;
  readonly wells: number;
  readonly routes: readonly string[];
  readonly seed: number;
}

export const DEMO_TENANTS: readonly DemoTenant[] = [
  { slug: 'acme', name: 'Acme Petroleum', company: 'Acme Petroleum LLC', wells: 40, routes: ROUTES, seed: 1 },
  { slug: 'bravo', name: 'Bravo Energy', company: 'Bravo Energy Inc', wells: 6, routes: ['Loop'], seed: 2 },
];

export type DemoWell = ReturnType<typeof demoWells>[number];

export function demoWells(tenant: DemoTenant) {
  const random = new Random(tenant.seed);
  const perRoute = Math.ceil(tenant.wells / tenant.routes.length);
  return Array.from({ length: tenant.wells }, (_, index) => {
    const route = Math.floor(index / perRoute);
    const lease = LEASES[Math.floor(index / 6) % LEASES.length] ?? 'Haverhill';
    return {
      name: `${lease} #${(index % 6) + 1}`,
      apiNumber: `42-329-${String(tenant.seed * 30_000 + 1_100 + index * 7).padStart(5, '0')}`,
      lease,
      field: 'Spraberry',
      operator: tenant.company,
      latitude: round7(CENTRE.latitude + 0.045 * (route - 1) + random.between(-0.02, 0.02)),
      longitude: round7(
        CENTRE.longitude + 0.012 * ((index % perRoute) - perRoute / 2) + random.between(-0.004, 0.004),
      ),
      status: statusOf(index),
      spudDate: `${2008 + (index % 14)}-0${1 + (index % 9)}-15`,
      route: tenant.routes[route] ?? null,
      routePosition: (index % perRoute) + 1,
    };
  });
}

function statusOf(index: number): WellStatus {
  if (index % 19 === 11) return 'SHUT_IN';
  return index === 27 ? 'INACTIVE' : 'ACTIVE';
}

const round7 = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
