/** Finds the well that a cell of a file means: by name, API number or id. */
import { canonicalApiNumber, message, type ImportMapping, type Well, groupBy } from '@wellpulse/contracts';
import { searchKey } from '../texts.ts';
import type { WellFinder } from './import-row.ts';

const FIELD_OF = { NAME: 'name', API_NUMBER: 'apiNumber', ID: 'id' } as const satisfies Record<
  ImportMapping['well']['by'],
  keyof Well
>;

/**
 * A name that two wells bear finds neither. `wells` are all that are not deleted.
 *
 * @example
 * const find = wellFinder([{ id: 'w', name: 'Cooper 14', apiNumber: '42-165-12345' }], 'NAME');
 * find('cooper 14'); // { ok: true, wellId: 'w' }
 */
export function wellFinder(
  wells: readonly Pick<Well, 'id' | 'name' | 'apiNumber'>[],
  by: ImportMapping['well']['by'],
): WellFinder {
  // Systems write the same name, and the same number, in different ways.
  const keyOf = by === 'API_NUMBER' ? canonicalApiNumber : searchKey;
  const byKey = groupBy(wells, (well) => keyOf(well[FIELD_OF[by]]));
  return (text) => {
    const [well, another] = byKey.get(keyOf(text)) ?? [];
    if (well === undefined) return { ok: false, code: 'WELL_UNKNOWN', reason: message('noSuchWell') };
    if (another !== undefined) {
      return { ok: false, code: 'WELL_AMBIGUOUS', reason: message('ambiguousWell') };
    }
    return { ok: true, wellId: well.id };
  };
}
