'use client';

/** The filters of the list of conflicts, kept in the address. */
import { conflictOutcomeSchema } from '@wellpulse/contracts';
import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import { parseAs, parseAsUuid } from '../../lib/url-parsers.ts';
import type { ConflictFilters } from '../../queries/conflict-queries.ts';

/** People open the list to see open conflicts. */
export const LISTED_STATUSES = ['OPEN', 'SETTLED', 'RESOLVED', 'UNDONE', 'ALL'] as const;
export type ListedStatus = (typeof LISTED_STATUSES)[number];

const parsers = {
  status: parseAsStringLiteral(LISTED_STATUSES).withDefault('OPEN'),
  outcome: parseAs(conflictOutcomeSchema),
  well: parseAsUuid,
  device: parseAsUuid,
  record: parseAsUuid,
};

export function useConflictFilters() {
  const [filters, setFilters] = useQueryStates(parsers);
  const { status, outcome, well, device, record } = filters;
  /** All but the status, of which each has a count. */
  const narrowed: ConflictFilters = {
    ...(outcome === null ? {} : { outcome }),
    ...(well === null ? {} : { wellId: well }),
    ...(device === null ? {} : { deviceId: device }),
    ...(record === null ? {} : { recordId: record }),
  };
  return {
    filters,
    setFilters: (change: Partial<typeof filters>) => void setFilters(change),
    narrowed,
    query: withStatus(narrowed, status),
    isNarrowed: Object.keys(narrowed).length > 0,
  };
}

export const withStatus = (filters: ConflictFilters, status: ListedStatus): ConflictFilters =>
  status === 'ALL' ? filters : { ...filters, status };
