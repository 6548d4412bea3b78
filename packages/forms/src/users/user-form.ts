/** The forms of a user: a new one or a change, and a password that is set for somebody. */
import {
  newPasswordSchema,
  userCreateSchema,
  userUpdateSchema,
  type Role,
  type User,
} from '@wellpulse/contracts';
import { z } from 'zod';
import { RecordForm, type RecordKind } from '../record/record-form.ts';
import type { NewOrChange, RecordStore } from '../record/record-store.ts';
import { parsedText, refusedText } from '../text/parsed-text.ts';

/** What stands in the form of a user. `password` is the first one of a new user. */
export type UserText = Readonly<Record<'name' | 'email' | 'password', string>> & { readonly role: Role };

/** A new user, as the server takes one. */
export type UserValues = z.output<typeof userCreateSchema>;
/** Changes of a user, with the version that they are based on. */
export type UserChanges = z.output<typeof userUpdateSchema>;

/** What is saved of a user: all of a new one, or the changes of one that there is. */
export type UserToSave = NewOrChange<UserValues, UserChanges>;

/** The form of a user. */
export type UserForm = RecordForm<UserText, User, UserToSave>;

const USER: RecordKind<UserText, User, UserToSave> = {
  textOf: (user) => ({
    name: user?.name ?? '',
    email: user?.email ?? '',
    role: user?.role ?? 'OPERATOR',
    password: '',
  }),
  parse: (words, { password, ...text }, base) => {
    if (base === null) {
      const parsed = userCreateSchema.safeParse({ ...text, password });
      return parsed.success
        ? { ok: true, value: { kind: 'NEW', values: parsed.data } }
        : refusedText(words, parsed.error);
    }
    const parsed = userUpdateSchema.safeParse({ ...text, version: base.version });
    return parsed.success
      ? { ok: true, value: { kind: 'CHANGE', changes: parsed.data } }
      : refusedText(words, parsed.error);
  },
};

/**
 * The form of a user; `user` is null for a new one.
 *
 * @example
 * const form = userForm(store, null);
 * form.type({ name: 'Pat', email: 'pat@acme.example', password });
 */
export const userForm = (store: RecordStore<User, UserToSave>, user: User | null): UserForm =>
  new RecordForm(USER, store, user);

/** What stands in the form of a password. */
export type PasswordText = Readonly<Record<'password', string>>;

/** A password that is set for a user who is known in this version. */
export interface PasswordToSet {
  readonly password: string;
  readonly version: number;
}

/** The form of a password that is set for somebody else. */
export type PasswordForm = RecordForm<PasswordText, User, PasswordToSet>;

const passwordSchema = z.object({ password: newPasswordSchema, version: z.int() });

const PASSWORD: RecordKind<PasswordText, User, PasswordToSet> = {
  textOf: () => ({ password: '' }),
  parse: (words, text, user) =>
    parsedText(words, passwordSchema.safeParse({ ...text, version: user?.version ?? 0 })),
};

/**
 * The form of a new password for a user.
 *
 * @example
 * const form = passwordForm(store, user);
 */
export const passwordForm = (store: RecordStore<User, PasswordToSet>, user: User): PasswordForm =>
  new RecordForm(PASSWORD, store, user);
