'use client';

/** The filters of a well's records, kept in the address. */
import { entryMethodSchema } from '@wellpulse/contracts';
import { parseAsString, useQueryStates } from 'nuqs';
import { parseAs, parseAsDay } from '../../lib/url-parsers.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { useUrlSort } from '../../lib/use-url-sort.ts';
import type { ProductionFilters } from './production-queries.ts';

const parsers = {
  from: parseAsDay,
  to: parseAsDay,
  method: parseAs(entryMethodSchema),
  notes: parseAsString.withDefault(''),
};

const SORTS = ['productionDate', 'oilVolume', 'gasVolume', 'waterVolume', 'updatedAt'] as const;

export function useRecordFilters() {
  const [filters, setFilters] = useQueryStates(parsers);
  const order = useUrlSort(SORTS, { sort: 'productionDate', order: 'desc' });
  const { from, to, method } = filters;
  const search = useDebounced(filters.notes.trim());
  const query: ProductionFilters = {
    ...order.query,
    ...(from === null ? {} : { from }),
    // The wrong way round is a range in which nothing lies: the server would refuse it.
    ...(to === null || (from !== null && to < from) ? {} : { to }),
    ...(method === null ? {} : { entryMethod: method }),
    ...(search === '' ? {} : { search }),
  };
  const isNarrowed = from !== null || to !== null || method !== null || search !== '';
  return {
    filters,
    setFilters: (change: Partial<typeof filters>) => void setFilters(change),
    order,
    query,
    isNarrowed,
  };
}
