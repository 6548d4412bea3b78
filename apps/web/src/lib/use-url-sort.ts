import type { DataTableSort } from '@wellpulse/ui';
import { parseAsStringLiteral, useQueryStates } from 'nuqs';

export interface UrlSort<Field extends string> {
  /** For the table. */
  readonly sort: DataTableSort;
  /** For the server. */
  readonly query: { readonly sort: Field; readonly order: 'asc' | 'desc' };
  readonly onSortChange: (sort: DataTableSort) => void;
}

/** The order of a list that the server sorts, kept in the address as `sort` and `order`. */
export function useUrlSort<Field extends string>(
  fields: readonly Field[],
  initial: { readonly sort: Field; readonly order: 'asc' | 'desc' },
): UrlSort<Field> {
  const [stated, setStated] = useQueryStates({
    sort: parseAsStringLiteral(fields),
    order: parseAsStringLiteral(['asc', 'desc']),
  });
  const query = { sort: stated.sort ?? initial.sort, order: stated.order ?? initial.order };
  return {
    sort: { id: query.sort, desc: query.order === 'desc' },
    query,
    onSortChange: ({ id, desc }) => {
      const field = fields.find((candidate) => candidate === id);
      if (field !== undefined) void setStated({ sort: field, order: desc ? 'desc' : 'asc' });
    },
  };
}
