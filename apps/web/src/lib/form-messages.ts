/** What a schema says against a form, by field. */
import { fieldErrors, message as wireMessage } from '@wellpulse/contracts';
import type { z } from 'zod';

export type FormMessages = Readonly<Record<string, string>>;

export const NO_MESSAGES: FormMessages = {};

/** zod's own words for NaN, which is what text that is no number becomes, speak of types. */
const inWords = (message: string) => (message.includes('NaN') ? wireMessage('notANumber') : message);

/** One message for each field: the first that was found. */
export function formMessages(error: z.ZodError): FormMessages {
  const messages: Record<string, string> = {};
  for (const { path, message } of fieldErrors(error)) messages[path] ??= inWords(message);
  return messages;
}
