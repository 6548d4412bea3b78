import { openTroubleOf, type OpenTrouble } from '@wellpulse/offline';
import { openPhone, type Phone } from '../data/phone.ts';
import { remindOfWaiting, type Reminding } from '../data/background/waiting-reminder.ts';
import { reminders } from '../native/reminders/reminders';
import { takeData } from '../native/tabs/data-lock';
import { ownParts } from './own-parts';
import { languageFor, ownPreferences } from './own-preferences.ts';

/** How it stands with the data of this phone. `OTHER_TAB`: another tab of the browser has it. */
export type Opened =
  | { readonly kind: 'OPEN'; readonly phone: Phone }
  | { readonly kind: 'TROUBLE'; readonly trouble: OpenTrouble | 'OTHER_TAB' };

let opening: Promise<Opened> | undefined;
let reminding: Reminding | undefined;

/** Resolves once the phone was told of what waits now. A program that is about to be put to sleep waits for it. */
export const reminded = async (): Promise<void> => reminding?.look();

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
    const phone = await openPhone(ownParts);
    const preferences = await ownPreferences();
    const language = () => languageFor(preferences.values.language);
    // For as long as the program runs, with screens or without.
    reminding = remindOfWaiting({
      status: phone.client.status,
      ...{ preferences, reminders, language, now: Date.now },
    });
    return { kind: 'OPEN', phone };
  } catch (error) {
    return { kind: 'TROUBLE', trouble: openTroubleOf(error) };
  }
}
