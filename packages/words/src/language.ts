/** English everywhere. Spanish for what crews in the field see. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language as those who speak it call it, also where everything else is in another one. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

/**
 * The language of a tag such as "es-MX" or "en_US.UTF-8"; English for every other one.
 *
 * @example
 * languageOf('es-MX'); // 'es'
 * languageOf('de'); // 'en'
 */
export const languageOf = (tag: string): Language => (/^es\b|^es_/i.test(tag) ? 'es' : 'en');
