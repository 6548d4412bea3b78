/** Devices that other people carry, and what they send: made through the public API. */
import {
  endpoints,
  type Conflict,
  type ConflictPolicy,
  type EquipmentItem,
  type Photo,
  type SyncAnswer,
  type Well,
} from '@wellpulse/contracts';
import { inPieces } from '@wellpulse/offline';
import { fetchTransport } from '@wellpulse/offline/fetch';
import { TestDevice, uniqueSlug, type SignedInCaller } from '@wellpulse/testing';
import { createHash } from 'node:crypto';
import type { Workspace } from './workspace.ts';
import type { Person } from './people.ts';

const now = () => new Date().toISOString();

export interface NamedDevice {
  readonly name: string;
  readonly device: TestDevice;
}

/** Somebody's device, with a name that no other test uses. */
export async function addDevice(workspace: Workspace, person: Person): Promise<NamedDevice> {
  const owner = await workspace.newDeviceSession(person);
  const name = uniqueSlug('Phone');
  return { name, device: await TestDevice.register(owner, now, { name }) };
}

/** The reading of a day as somebody enters it who has seen none of that day. */
export const reading = (well: Well, productionDate: string, values: Readonly<Record<string, unknown>>) => ({
  aggregateId: well.id,
  payload: { productionDate, ...values },
});

/** Sends one reading. */
export const sendReading = (
  { device }: NamedDevice,
  well: Well,
  productionDate: string,
  values: Readonly<Record<string, unknown>>,
): Promise<SyncAnswer> => device.sync([device.event(reading(well, productionDate, values))]);

/** Brings a photo of an item as a device does: announced, put to the address that the server gives, confirmed. */
export async function putPhoto(
  device: SignedInCaller,
  { id: ownerId }: EquipmentItem,
  bytes: Buffer,
): Promise<Photo> {
  const photoId = crypto.randomUUID();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const body = { photoId, sha256, sizeBytes: bytes.length, contentType: 'image/jpeg' } as const;
  const ticket = await device.ask(endpoints.photos.uploadUrl, { params: { ownerId }, body });
  if (ticket.state !== 'WAITING') throw new Error(`The photo is ${ticket.state}`);
  const pieces = () => inPieces(bytes);
  const file = { place: '', size: bytes.length, pieces };
  const { uploadUrl: url, headers } = ticket;
  const reply = await fetchTransport(device.baseUrl).put({ url, headers, file, timeoutMs: 30_000 });
  if (reply.kind !== 'ANSWERED' || reply.status !== 201) throw new Error(JSON.stringify(reply));
  return device.ask(endpoints.photos.confirm, { params: { ownerId, photoId } });
}

/** Says what becomes of two who change the same value. */
export async function setConflictPolicy(
  admin: SignedInCaller,
  conflictPolicy: ConflictPolicy,
): Promise<void> {
  const { version } = await admin.ask(endpoints.tenant.getSettings, {});
  await admin.ask(endpoints.tenant.updateSettings, { body: { conflictPolicy, version } });
}

export const conflictsOf = async (caller: SignedInCaller, { id }: Well): Promise<Conflict[]> =>
  (await caller.ask(endpoints.conflicts.list, { query: { wellId: id } })).items;
