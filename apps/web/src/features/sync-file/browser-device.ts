/**
 * This browser as a device: batches come from one. It signs nothing, since what it sends was signed where it was
 * entered, so that its key is not kept.
 */
import { endpoints, uuidSchema } from '@wellpulse/contracts';
import { request } from '../../lib/api.ts';
import { randomUuid } from '../../lib/random-uuid.ts';

/** Two people at one computer are two devices: a device answers to whoever registered it. */
export interface BrowserUser {
  readonly tenantId: string;
  readonly userId: string;
  readonly userName: string;
}

const nameOfKey = ({ tenantId, userId }: BrowserUser): string => `wellpulse.device.${tenantId}.${userId}`;

/** The id that this browser has for the person, registered by the first use. */
export async function browserDevice(user: BrowserUser): Promise<string> {
  const known = uuidSchema.safeParse(localStorage.getItem(nameOfKey(user)));
  return known.success ? known.data : registerBrowser(user, randomUuid());
}

/** Also registers one anew that was revoked. */
export async function registerBrowser(user: BrowserUser, id: string): Promise<string> {
  await request(endpoints.devices.register, {
    body: { id, name: `Browser of ${user.userName}`.slice(0, 120), platform: 'WEB' },
  });
  localStorage.setItem(nameOfKey(user), id);
  return id;
}
