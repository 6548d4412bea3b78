/** What a schema says against a form, by field. */
import { fieldErrors } from '@wellpulse/contracts';
import type { z } from 'zod';

export type FormMessages = Readonly<Record<string, string>>;

export const NO_MESSAGES: FormMessages = {};

/** zod's own words for NaN, which is what text that is no number becomes, speak of types. */
const inWords = (message: string) => (message.includes('NaN') ? 'Must be a number' : message);

export const formMessages = (error: z.ZodError): FormMessages =>
  Object.fromEntries(fieldErrors(error).map(({ path, message }) => [path, inWords(message)]));
