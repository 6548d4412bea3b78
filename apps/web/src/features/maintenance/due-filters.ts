'use client';

/** The filters of the maintenance page, kept in the address. */
import { dueStatusSchema } from '@wellpulse/contracts';
import { parseAsString, useQueryStates } from 'nuqs';
import { parseAs, parseAsUuid } from '../../lib/url-parsers.ts';
import type { DueFilters } from '../../queries/maintenance-queries.ts';

const parsers = { due: parseAs(dueStatusSchema), well: parseAsUuid, route: parseAsString };

export function useDueFilters() {
  const [filters, setFilters] = useQueryStates(parsers);
  const { due, well, route } = filters;
  /** Without the urgency: what the numbers of all kinds are counted in. */
  const place: DueFilters = {
    ...(well === null ? {} : { wellId: well }),
    ...(route === null ? {} : { route }),
  };
  const query: DueFilters = { ...place, ...(due === null ? {} : { due }) };
  return {
    filters,
    setFilters: (change: Partial<typeof filters>) => void setFilters(change),
    place,
    query,
    isNarrowed: due !== null || well !== null || route !== null,
  };
}
