'use client';

/** The filters of the list of users, kept in the address. */
import { roleSchema, userStatusSchema } from '@wellpulse/contracts';
import { useDebounced } from '@wellpulse/forms';
import { parseAsString, useQueryStates } from 'nuqs';
import { parseAs } from '../../lib/url-parsers.ts';
import { useUrlSort } from '../../lib/use-url-sort.ts';
import type { UserFilters } from '../../queries/user-queries.ts';

const parsers = {
  search: parseAsString.withDefault(''),
  role: parseAs(roleSchema),
  status: parseAs(userStatusSchema),
};

const SORTS = ['name', 'email', 'createdAt'] as const;

export function useUserFilters() {
  const [filters, setFilters] = useQueryStates(parsers);
  const order = useUrlSort(SORTS, { sort: 'name', order: 'asc' });
  const search = useDebounced(filters.search.trim());
  const query: UserFilters = {
    ...order.query,
    ...(search === '' ? {} : { search }),
    ...(filters.role === null ? {} : { role: filters.role }),
    ...(filters.status === null ? {} : { status: filters.status }),
  };
  return { filters, setFilters: (change: Partial<typeof filters>) => void setFilters(change), order, query };
}
