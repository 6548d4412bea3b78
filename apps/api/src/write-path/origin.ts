import type { EventSource } from '@wellpulse/contracts';
import { present } from '@wellpulse/domain';
import type { Caller } from '../http/request.ts';
import type { Origin } from './intent.ts';

/** What a signed-in person does through the REST API. */
export const byCaller = ({ user }: Caller, source: EventSource = 'WEB'): Origin => ({
  actor: present(user.id, user.role),
  source,
});

/** What the command-line tool does: nobody's deed, and no rule of roles applies. */
export const BY_SYSTEM: Origin = { actor: { userId: null, role: null }, source: 'SYSTEM' };
