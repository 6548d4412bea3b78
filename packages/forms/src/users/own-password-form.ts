/** The form in which people change their own password. */
import { newPasswordSchema } from '@wellpulse/contracts';
import { z } from 'zod';
import { RecordForm, type RecordKind } from '../record/record-form.ts';
import type { RecordStore } from '../record/record-store.ts';
import { parsedText } from '../text/parsed-text.ts';

/** What stands in the form of one's own password. */
export type OwnPasswordText = Readonly<Record<'currentPassword' | 'newPassword', string>>;

/** The form of one's own password. No record comes back: nobody reads a password. */
export type OwnPasswordForm = RecordForm<OwnPasswordText, true, OwnPasswordText>;

const schema = z.object({ currentPassword: z.string(), newPassword: newPasswordSchema });

const OWN_PASSWORD: RecordKind<OwnPasswordText, true, OwnPasswordText> = {
  textOf: () => ({ currentPassword: '', newPassword: '' }),
  parse: (words, text) => parsedText(words, schema.safeParse(text)),
};

/**
 * The form of one's own password.
 *
 * @example
 * const form = ownPasswordForm(store);
 * form.type({ currentPassword, newPassword });
 */
export const ownPasswordForm = (store: RecordStore<true, OwnPasswordText>): OwnPasswordForm =>
  new RecordForm(OWN_PASSWORD, store, null);
