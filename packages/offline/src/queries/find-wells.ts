import { canonicalApiNumber, wellSchema, type Well } from '@wellpulse/contracts';
import { isFoundIn, searchKey } from '@wellpulse/domain';
import type { RecordQueries } from './record-queries.ts';

/**
 * The wells that match what is typed, in route order: each word is somewhere in what people know a well by. An API number may be written in
 * any way, and in part.
 *
 * @param most so many are listed
 * @example
 * const wells = await findWells(client.records, '42 165', 20);
 */
export async function findWells(records: RecordQueries, text: string, most: number): Promise<Well[]> {
  const found: Well[] = [];
  for await (const row of records.wells()) {
    if (!isFound(row, text)) continue;
    found.push(wellSchema.parse(row));
    if (found.length === most) break;
  }
  return found;
}

function isFound({ name, lease, field, route, apiNumber }: Well, text: string): boolean {
  const told = [name, lease, field, route, apiNumber].filter((part) => part !== null).join(' ');
  if (
    searchKey(text)
      .split(' ')
      .every((word) => isFoundIn(told, word))
  )
    return true;
  const digits = digitsOf(canonicalApiNumber(text));
  return /^[\d\s/-]+$/.test(text) && digits !== '' && digitsOf(apiNumber).startsWith(digits);
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
