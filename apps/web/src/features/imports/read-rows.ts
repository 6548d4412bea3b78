/** What the first rows say under a mapping, by the rules by which the server reads the whole file. */
import { hasVolume, type ImportMapping, type Volumes } from '@wellpulse/contracts';
import { dayReader, volumeReader } from '@wellpulse/domain';
import type { CsvPreview, CsvRow } from './csv-preview.ts';

export type PreviewedRow = { readonly line: number; readonly well: string } & (
  | { readonly kind: 'TAKEN'; readonly day: string; readonly volumes: Volumes }
  | { readonly kind: 'SKIPPED' }
  | { readonly kind: 'REFUSED'; readonly reason: string }
);

/** Whether a well of that name exists, and what is recorded already, only the server can tell. */
export function readRows(preview: CsvPreview, mapping: ImportMapping, today: string): PreviewedRow[] {
  const { header } = preview;
  const readDay = dayReader(mapping.date.format);
  const indexOf = (column: string) => header.indexOf(column);
  const volumes = (['oil', 'gas', 'water'] as const).flatMap((product) => {
    const given = mapping[product];
    if (given === undefined) return [];
    const read = volumeReader(PRODUCTS[product], given.unit === 'SM3', mapping.decimalSeparator);
    return [{ field: FIELDS[product], column: given.column, index: indexOf(given.column), read }];
  });

  const outcomeOf = ({ line, cells }: CsvRow): PreviewedRow => {
    const cell = (index: number) => cells[index] ?? '';
    const row = { line, well: cell(indexOf(mapping.well.column)).trim() };
    const refused = (reason: string): PreviewedRow => ({ ...row, kind: 'REFUSED', reason });
    const isMeant = mapping.where.every(
      ({ column, equals }) => cell(indexOf(column)).trim() === equals.trim(),
    );
    if (!isMeant) return { ...row, kind: 'SKIPPED' };
    if (cells.length !== header.length) {
      return refused(`Has ${cells.length} cells where the header has ${header.length}`);
    }
    const dayText = cell(indexOf(mapping.date.column));
    const day = readDay(dayText);
    if (day === null) return refused(`“${dayText}” is not a day written as ${mapping.date.format}`);
    if (day > today) return refused('The day has not come yet');
    const values: Volumes = { oilVolume: null, gasVolume: null, waterVolume: null };
    for (const { field, column, index, read } of volumes) {
      const reading = read(cell(index));
      if (!reading.ok) return refused(`${column} “${cell(index)}”: ${reading.reason.toLowerCase()}`);
      values[field] = reading.volume;
    }
    if (!hasVolume(values)) return refused('Neither oil nor gas nor water is given');
    return { ...row, kind: 'TAKEN', day, volumes: values };
  };
  return preview.rows.map(outcomeOf);
}

const PRODUCTS = { oil: 'OIL', gas: 'GAS', water: 'WATER' } as const;
const FIELDS = { oil: 'oilVolume', gas: 'gasVolume', water: 'waterVolume' } as const;
