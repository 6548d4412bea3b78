/**
 * Every sentence that crosses the wire, once, in English. The English text is the key of its translations: an app of another
 * language finds the template of a sentence in `packages/words`. It shows a sentence that it does not know as it came (ADR 54).
 */
import { ENTRY_MESSAGES } from './entry-messages.ts';
import { IMPORT_MESSAGES } from './import-messages.ts';
import { REQUEST_MESSAGES } from './request-messages.ts';
import { VALUE_MESSAGES } from './value-messages.ts';

/** Every sentence that crosses the wire, by its key, in English. */
export const MESSAGES = { ...VALUE_MESSAGES, ...ENTRY_MESSAGES, ...IMPORT_MESSAGES, ...REQUEST_MESSAGES };
export type MessageKey = keyof typeof MESSAGES;

type Blanks<Template extends string> = Template extends `${string}{${infer Blank}}${infer Rest}`
  ? Blank | Blanks<Rest>
  : never;
type Filling<Key extends MessageKey> = Readonly<Record<Blanks<(typeof MESSAGES)[Key]>, string | number>>;

/**
 * A sentence of the wire.
 *
 * @example
 * message('notEmpty'); // "Must not be empty"
 * message('tooLong', { count: 60 }); // "Must have at most 60 characters"
 */
export const message = <Key extends MessageKey>(
  key: Key,
  ...filling: [Blanks<(typeof MESSAGES)[Key]>] extends [never] ? [] : [Filling<Key>]
): string => fill(MESSAGES[key], filling[0] ?? {});

/** Puts values into the braces of a template. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
