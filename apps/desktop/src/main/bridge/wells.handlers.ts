import { canonicalApiNumber, wellSchema, type Well } from '@wellpulse/contracts';
import { isFoundIn, searchKey } from '@wellpulse/domain';
import { MOST_WELLS_FOUND, type KnownWell } from '../../shared/bridge/wells.ts';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

/** Wells to look up. */
export function wellHandlers({ client }: Pick<Laptop, 'client'>): Handlers<'wells.search' | 'wells.get'> {
  return {
    'wells.search': async ({ text }) => {
      const person = await client.sessions.current();
      const found: KnownWell[] = [];
      for await (const row of client.records.wells()) {
        if (!isFound(row, text)) continue;
        found.push(known(row, person?.id));
        if (found.length === MOST_WELLS_FOUND) break;
      }
      return found;
    },
    'wells.get': async ({ wellId }) => {
      const row = await client.records.well(wellId);
      return row === undefined ? null : known(row, (await client.sessions.current())?.id);
    },
  };
}

const known = (row: Well, personId: string | undefined): KnownWell => {
  const well = wellSchema.parse(row);
  return { ...well, isMine: personId !== undefined && well.operatorIds.includes(personId) };
};

/** Each word is somewhere in what people know a well by; an API number may be written in any way, and in part. */
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
