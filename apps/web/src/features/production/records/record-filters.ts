'use client';

/** The filters of a well's records, kept in the address. */
import { entryMethodSchema, productSchema, type Product } from '@wellpulse/contracts';
import { useDebounced } from '@wellpulse/forms';
import { parseAsString, useQueryStates } from 'nuqs';
import { parseAs, parseAsDay } from '../../../lib/url-parsers.ts';
import { useUrlSort } from '../../../lib/use-url-sort.ts';
import type { ProductionFilters } from '../../../queries/production-queries.ts';

const parsers = {
  from: parseAsDay,
  to: parseAsDay,
  method: parseAs(entryMethodSchema),
  notes: parseAsString.withDefault(''),
  volume: parseAs(productSchema),
  min: parseAsString.withDefault(''),
  max: parseAsString.withDefault(''),
};

const BOUNDS = {
  OIL: { min: 'minOilVolume', max: 'maxOilVolume' },
  GAS: { min: 'minGasVolume', max: 'maxGasVolume' },
  WATER: { min: 'minWaterVolume', max: 'maxWaterVolume' },
} as const;

/** As people type it: " 1,000 ". */
const asNumber = (text: string): string => text.replaceAll(/[\s,]/g, '');

/** What is no number yet, such as "1.", bounds nothing. */
function volumeBounds(volume: Product | null, min: string, max: string): ProductionFilters {
  if (volume === null) return {};
  const bound = (name: string, text: string) => (/^\d+(\.\d+)?$/.test(text) ? { [name]: text } : {});
  return { ...bound(BOUNDS[volume].min, min), ...bound(BOUNDS[volume].max, max) };
}

const SORTS = ['productionDate', 'oilVolume', 'gasVolume', 'waterVolume', 'updatedAt'] as const;

export function useRecordFilters() {
  const [filters, setFilters] = useQueryStates(parsers);
  const order = useUrlSort(SORTS, { sort: 'productionDate', order: 'desc' });
  const { from, to, method, volume } = filters;
  const search = useDebounced(filters.notes.trim());
  const [min, max] = [useDebounced(asNumber(filters.min)), useDebounced(asNumber(filters.max))];
  const bounds = volumeBounds(volume, min, max);
  const query: ProductionFilters = {
    ...order.query,
    ...(from === null ? {} : { from }),
    // The wrong way round is a range in which nothing lies: the server would refuse it.
    ...(to === null || (from !== null && to < from) ? {} : { to }),
    ...(method === null ? {} : { entryMethod: method }),
    ...(search === '' ? {} : { search }),
    ...bounds,
  };
  const isNarrowed =
    [from, to, method].some((filter) => filter !== null) || search !== '' || Object.keys(bounds).length > 0;
  return {
    filters,
    setFilters: (change: Partial<typeof filters>) => void setFilters(change),
    order,
    query,
    isNarrowed,
  };
}
