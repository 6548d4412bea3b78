/** Everything that is said to people, in one language: tables of names, formats and sentences. */
import { english, type Texts } from './en/index.ts';
import { spanish } from './es/index.ts';
import { alertFormats } from './formats/alerts.ts';
import { codeNames } from './formats/code-names.ts';
import { conflictFormats } from './formats/conflicts.ts';
import { dayFormats } from './formats/days.ts';
import { deviceFormats } from './formats/devices.ts';
import { eventFormats } from './formats/events.ts';
import { fieldFormats } from './formats/fields.ts';
import { messageFormats } from './formats/messages.ts';
import { nameFormats } from './formats/names.ts';
import { pendingFormats } from './formats/pending.ts';
import { quantityFormats } from './formats/quantities.ts';
import { routeFormats } from './formats/route.ts';
import { timeFormats } from './formats/times.ts';
import { troubleFormats } from './formats/troubles.ts';
import { valueFormats } from './formats/values.ts';
import { volumeFormats } from './formats/volumes.ts';
import type { Language } from './language.ts';

const TEXTS: Readonly<Record<Language, Texts>> = { en: english, es: spanish };

function inLanguage(language: Language) {
  const texts = TEXTS[language];
  return {
    language,
    ...dayFormats(texts),
    ...timeFormats(texts),
    ...volumeFormats(texts),
    ...quantityFormats(texts),
    ...codeNames(texts),
    ...fieldFormats(texts),
    ...alertFormats(texts),
    ...pendingFormats(texts),
    ...conflictFormats(texts),
    ...nameFormats(texts),
    ...routeFormats(texts),
    ...troubleFormats(texts),
    ...deviceFormats(texts),
    ...eventFormats(texts),
    ...valueFormats(texts),
    ...texts.people,
    ...texts.screens,
    calendarEntries: texts.calendarEntries,
    deskWords: texts.desk,
    fieldWords: texts.field,
    importWords: texts.imports,
    requestWords: texts.requests,
    formatMessage: messageFormats(texts).formatMessage,
    formMessages: texts.forms,
    listWords: texts.lists,
    locationWords: texts.location,
    lockWords: texts.lock,
    phoneWords: texts.phone,
    sessionWords: texts.session,
    shellWords: texts.shell,
    terminal: texts.terminal,
    thisDeviceWords: texts.thisDevice,
  };
}

/** The functions need no `this`: take out of it what you need. */
export type Words = Readonly<ReturnType<typeof inLanguage>>;

const made = new Map<Language, Words>();

/**
 * The words of a language; the same object each time.
 *
 * @example
 * const { formatVolumeWithUnit, formatDay } = createWords('es');
 * formatVolumeWithUnit(1234.5, 'OIL'); // "1,234.5 bbl"
 * formatDay('2025-10-24'); // "vie 24 oct"
 */
export function createWords(language: Language): Words {
  const known = made.get(language);
  if (known !== undefined) return known;
  const words = inLanguage(language);
  made.set(language, words);
  return words;
}
