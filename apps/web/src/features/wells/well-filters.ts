'use client';

/** The filters of the list of wells, kept in the address. */
import { wellStatusSchema } from '@wellpulse/contracts';
import { useDebounced } from '@wellpulse/forms';
import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs';
import { parseAs } from '../../lib/url-parsers.ts';
import { useUrlSort } from '../../lib/use-url-sort.ts';
import type { WellFilters } from '../../queries/well-queries.ts';

const parsers = {
  search: parseAsString.withDefault(''),
  status: parseAs(wellStatusSchema),
  route: parseAsString,
  mine: parseAsBoolean.withDefault(false),
};

const SORTS = ['name', 'apiNumber', 'route', 'status', 'lastProductionDate'] as const;

export function useWellFilters() {
  const [filters, setFilters] = useQueryStates(parsers);
  const order = useUrlSort(SORTS, { sort: 'name', order: 'asc' });
  const search = useDebounced(filters.search.trim());
  const query: WellFilters = {
    ...order.query,
    ...(search === '' ? {} : { search }),
    ...(filters.status === null ? {} : { status: filters.status }),
    ...(filters.route === null ? {} : { route: filters.route }),
    ...(filters.mine ? { mine: 'true' as const } : {}),
  };
  const isNarrowed = search !== '' || filters.status !== null || filters.route !== null || filters.mine;
  return {
    filters,
    setFilters: (change: Partial<typeof filters>) => void setFilters(change),
    order,
    query,
    isNarrowed,
  };
}
