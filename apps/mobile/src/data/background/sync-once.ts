import type { Phone } from '../phone.ts';

/**
 * One sync, whoever is at the phone. It needs nobody's PIN: entries are signed when they are saved, and tokens are in the database. Whether
 * all went well; where nobody has signed in yet there is nothing to do. A sync that runs already is waited for.
 *
 * @example
 * const isDone = await syncOnce(phone);
 */
export async function syncOnce({ client, office }: Pick<Phone, 'client' | 'office'>): Promise<boolean> {
  if (office.server === null) return true;
  const { stopped, trouble } = await client.sync.syncNow();
  return stopped === null && trouble === null;
}
