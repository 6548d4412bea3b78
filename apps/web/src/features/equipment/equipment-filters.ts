'use client';

/** The filters of the list of equipment, kept in the address. */
import { dueStatusSchema, equipmentStatusSchema, equipmentTypeSchema } from '@wellpulse/contracts';
import { useDebounced } from '@wellpulse/forms';
import { parseAsString, useQueryStates } from 'nuqs';
import { parseAs, parseAsUuid } from '../../lib/url-parsers.ts';
import { useUrlSort } from '../../lib/use-url-sort.ts';
import type { EquipmentFilters } from '../../queries/equipment-queries.ts';

const parsers = {
  search: parseAsString.withDefault(''),
  type: parseAs(equipmentTypeSchema),
  status: parseAs(equipmentStatusSchema),
  due: parseAs(dueStatusSchema),
  well: parseAsUuid,
};

const SORTS = [
  'serialNumber',
  'equipmentType',
  'status',
  'wellName',
  'manufacturer',
  'nextMaintenanceDate',
] as const;

export function useEquipmentFilters() {
  const [filters, setFilters] = useQueryStates(parsers);
  const order = useUrlSort(SORTS, { sort: 'serialNumber', order: 'asc' });
  const { type, status, due, well } = filters;
  const search = useDebounced(filters.search.trim());
  const query: EquipmentFilters = {
    ...order.query,
    ...(search === '' ? {} : { search }),
    ...(type === null ? {} : { equipmentType: type }),
    ...(status === null ? {} : { status }),
    ...(due === null ? {} : { due }),
    ...(well === null ? {} : { wellId: well }),
  };
  const isNarrowed = search !== '' || [type, status, due, well].some((filter) => filter !== null);
  return {
    filters,
    setFilters: (change: Partial<typeof filters>) => void setFilters(change),
    order,
    query,
    isNarrowed,
  };
}
