'use client';

import { userSchema, type User } from '@wellpulse/contracts';
import {
  passwordForm,
  useObserved,
  userForm,
  type PasswordForm,
  type PasswordToSet,
  type UserChanges,
  type UserForm,
  type UserValues,
} from '@wellpulse/forms';
import { recordAnswer, restRecordStore } from '@wellpulse/forms/rest';
import { useState } from 'react';
import { answerOf } from '../../lib/answer-of.ts';
import { useCreateUser, useUpdateUser } from '../../queries/user-queries.ts';

/** The form of a user; `user` is null for a new one. */
export function useUserForm(user: User | null): UserForm {
  const { mutateAsync: create } = useCreateUser();
  const { mutateAsync: update } = useUpdateUser();
  const [form] = useState(() => {
    const api = {
      create: (values: UserValues) => answerOf(create(values)),
      update: (body: UserChanges, { id }: User) => answerOf(update({ userId: id, body })),
    };
    return userForm(restRecordStore(api, userSchema), user);
  });
  useObserved(form, () => form.revision, 0);
  return form;
}

/** The form of a new password for somebody else. */
export function usePasswordForm(user: User): PasswordForm {
  const { mutateAsync: update } = useUpdateUser();
  const save = async (body: PasswordToSet) =>
    recordAnswer(await answerOf(update({ userId: user.id, body })), userSchema);
  const [form] = useState(() => passwordForm({ save }, user));
  useObserved(form, () => form.revision, 0);
  return form;
}
