import type { Catalog } from './catalog.ts';

/** The short names of the demo tenants. */
export const DEMO_SLUGS = ['acme', 'bravo'] as const;

export type DemoSlug = (typeof DEMO_SLUGS)[number];

/** Whether all demo tenants are there with all that is in them; until then their status is `TRIAL`. */
export async function isDemoComplete(catalog: Catalog): Promise<boolean> {
  const tenants = await Promise.all(DEMO_SLUGS.map((slug) => catalog.findBySlug(slug)));
  return tenants.every((tenant) => tenant !== undefined && tenant.status !== 'TRIAL');
}
