import { fieldErrors, message, type FieldError } from '@wellpulse/contracts';
import type { Words } from '@wellpulse/words';
import type { z } from 'zod';

/** What was typed as a value, or what is wrong with it, in words. */
export type ParsedText<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** zod's own words for NaN, which is what text that is no number becomes, speak of types. */
const inWords = ({ formatMessage }: Words, said: string): string =>
  formatMessage(said.includes('NaN') ? message('notANumber') : said);

/** What a schema says against what was typed, in words. */
export const refusedText = (words: Words, error: z.ZodError): Extract<ParsedText<never>, { ok: false }> => ({
  ok: false,
  errors: fieldErrors(error).map(({ path, message: said }) => ({ path, message: inWords(words, said) })),
});

/** The same for what a schema made of it. */
export const parsedText = <Value>(words: Words, parsed: z.ZodSafeParseResult<Value>): ParsedText<Value> =>
  parsed.success ? { ok: true, value: parsed.data } : refusedText(words, parsed.error);
