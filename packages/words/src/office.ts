/**
 * What only pages of the office say: audit, users, settings, imports, devices, the day at a glance. They are beside the words of
 * the field apps, so that no phone carries them. A second language is a folder of its own, such as `es/office`, and a line here.
 */
import { officeEnglish, type OfficeTexts } from './en/office/index.ts';

export type { OfficeTexts };

const TEXTS = { en: officeEnglish } satisfies Readonly<Record<string, OfficeTexts>>;

/** A language in which the office speaks. */
export type OfficeLanguage = keyof typeof TEXTS;

/**
 * The texts of the office in a language, by feature. Functions need no `this`.
 *
 * @example
 * const { users } = officeWords('en');
 * users.removed('Ann'); // "Ann is removed"
 */
export const officeWords = (language: OfficeLanguage): OfficeTexts => TEXTS[language];
