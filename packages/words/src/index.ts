/** All language and all formats: what apps say to people (ADR 32). */
export { createWords, type Words } from './create-words.ts';
export { dayOfEvent } from './formats/events.ts';
export { UNITS } from './formats/volumes.ts';
export { LANGUAGE_NAMES, LANGUAGES, languageOf, type Language } from './language.ts';
export { NO_VALUE } from './lib/decimal.ts';
export { PRODUCT_NAME } from './lib/product-name.ts';
