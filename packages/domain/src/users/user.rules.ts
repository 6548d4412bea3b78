/** Users: e-mail addresses are unique, and a tenant is never left without an active administrator. */
import { message } from '@wellpulse/contracts';
import { changedFields, isStale } from '../state/changes.ts';
import { accepted, refused, refusedField, type Decision } from '../state/decision.ts';
import type { EventOf } from '../state/event.ts';
import { notDeleted, type UserRow, type Workset } from '../state/workset.ts';

const isActiveAdmin = (user: UserRow): boolean =>
  !user.deleted && user.role === 'ADMIN' && user.status === 'ACTIVE';

const emailTaken = (workset: Workset, email: string, exceptId: string): boolean =>
  workset.users.all().some((user) => !user.deleted && user.email === email && user.id !== exceptId);

const EMAIL_TAKEN = refusedField('EMAIL_TAKEN', ['email'], message('emailTaken'));

export function createUser(workset: Workset, event: EventOf<'USER_CREATED'>): Decision {
  if (emailTaken(workset, event.payload.email, event.aggregateId)) return EMAIL_TAKEN;
  workset.users.put(event.aggregateId, {
    ...event.payload,
    id: event.aggregateId,
    createdAt: event.receivedAt,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(0),
    deleted: false,
  });
  return accepted(event.aggregateId);
}

export function updateUser(workset: Workset, event: EventOf<'USER_UPDATED'>): Decision {
  const user = notDeleted(workset.users.get(event.aggregateId));
  if (user === undefined) return refused('USER_NOT_FOUND');
  if (isStale(event, user)) return refused('VERSION_CONFLICT', { current: user });
  const changes = changedFields<UserRow>(user, event.payload);
  if (Object.keys(changes).length === 0) return accepted(user.id, false);
  if (changes.email !== undefined && emailTaken(workset, changes.email, user.id)) return EMAIL_TAKEN;
  return store(workset, user, { ...user, ...changes }, event.receivedAt);
}

export function deleteUser(workset: Workset, event: EventOf<'USER_DELETED'>): Decision {
  const user = notDeleted(workset.users.get(event.aggregateId));
  if (user === undefined) return refused('USER_NOT_FOUND');
  return store(workset, user, { ...user, deleted: true }, event.receivedAt);
}

/** The password itself never passes here; the event says that one was set, and by whom. */
export function setUserPassword(workset: Workset, event: EventOf<'USER_PASSWORD_SET'>): Decision {
  const user = notDeleted(workset.users.get(event.aggregateId));
  return user === undefined ? refused('USER_NOT_FOUND') : accepted(user.id);
}

function store(workset: Workset, before: UserRow, after: UserRow, at: string): Decision {
  const losesAdmin = isActiveAdmin(before) && !isActiveAdmin(after);
  if (losesAdmin && !workset.users.all().some((user) => user.id !== before.id && isActiveAdmin(user))) {
    return refused('LAST_ADMIN');
  }
  workset.users.put(before.id, { ...after, updatedAt: at, version: workset.nextVersion(before.version) });
  return accepted(before.id);
}
