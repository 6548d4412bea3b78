'use client';

import { endpoints } from '@wellpulse/contracts';
import { ownPasswordForm, useObserved, type OwnPasswordForm, type OwnPasswordText } from '@wellpulse/forms';
import { recordAnswer } from '@wellpulse/forms/rest';
import { useState } from 'react';
import { z } from 'zod';
import { answerOf } from '../../lib/answer-of.ts';
import { request } from '../../lib/api.ts';

async function save(body: OwnPasswordText) {
  const change = async () => {
    await request(endpoints.auth.changePassword, { body });
    return true as const;
  };
  return recordAnswer(await answerOf(change()), z.literal(true));
}

/** The form of one's own password. */
export function useOwnPasswordForm(): OwnPasswordForm {
  const [form] = useState(() => ownPasswordForm({ save }));
  useObserved(form, () => form.revision, 0);
  return form;
}
