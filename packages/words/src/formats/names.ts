/** How people and wells are called. */
import type { Texts } from '../en/index.ts';

export function nameFormats({ field }: Texts) {
  /** A sentence, or a name that stands alone. It may begin with a person whom the device does not know: "A colleague". */
  const nameAtStart = (text: string): string =>
    text.startsWith(field.colleague) ? field.colleagueFirst + text.slice(field.colleague.length) : text;

  /** A number that no end of a line breaks at its hyphens: an API number. */
  const unbroken = (number: string): string => number.replaceAll('-', '\u2011');

  return { nameAtStart, unbroken };
}
