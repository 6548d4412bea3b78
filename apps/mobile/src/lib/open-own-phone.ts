import { openTroubleOf, type OpenTrouble } from '@wellpulse/offline';
import { openPhone, type Phone } from '../data/phone.ts';
import { takeData } from '../native/tabs/data-lock';
import { ownParts } from './own-parts';

/** How it stands with the data of this phone. `OTHER_TAB`: another tab of the browser has it. */
export type Opened =
  | { readonly kind: 'OPEN'; readonly phone: Phone }
  | { readonly kind: 'TROUBLE'; readonly trouble: OpenTrouble | 'OTHER_TAB' };

let opening: Promise<Opened> | undefined;

/** Opens the data once in the life of the program, and again only where it could not be opened. It never throws. */
export async function openOwnPhone(): Promise<Opened> {
  opening ??= open();
  const opened = await opening;
  if (opened.kind === 'TROUBLE') opening = undefined;
  return opened;
}

async function open(): Promise<Opened> {
  try {
    if (!(await takeData())) return { kind: 'TROUBLE', trouble: 'OTHER_TAB' };
    return { kind: 'OPEN', phone: await openPhone(ownParts) };
  } catch (error) {
    return { kind: 'TROUBLE', trouble: openTroubleOf(error) };
  }
}
