'use client';

/** The filters of the list of alerts, kept in the address. */
import { alertKindSchema, productSchema } from '@wellpulse/contracts';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { parseAs, parseAsDay, parseAsUuid } from '../../lib/url-parsers.ts';
import { useUrlSort } from '../../lib/use-url-sort.ts';
import type { AlertFilters } from '../../queries/alert-queries.ts';

/** People open the list to see open alerts. */
const parsers = {
  status: parseAsStringLiteral(['OPEN', 'ACKNOWLEDGED', 'CLEARED', 'ALL']).withDefault('OPEN'),
  kind: parseAs(alertKindSchema),
  product: parseAs(productSchema),
  route: parseAsString,
  well: parseAsUuid,
  from: parseAsDay,
  to: parseAsDay,
};

const SORTS = ['productionDate', 'changePercent', 'createdAt'] as const;

export function useAlertFilters() {
  const [filters, setFilters] = useQueryStates(parsers);
  const order = useUrlSort(SORTS, { sort: 'productionDate', order: 'desc' });
  const { status, kind, product, route, well, from, to } = filters;
  const query: AlertFilters = {
    ...order.query,
    ...(status === 'ALL' ? {} : { status }),
    ...(kind === null ? {} : { kind }),
    ...(product === null ? {} : { product }),
    ...(route === null ? {} : { route }),
    ...(well === null ? {} : { wellId: well }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
  const isNarrowed = [kind, product, route, well, from, to].some((filter) => filter !== null);
  return {
    filters,
    setFilters: (change: Partial<typeof filters>) => void setFilters(change),
    order,
    query,
    isNarrowed,
  };
}
