/** Devices that other people carry, and what they send: made through the public API. */
import {
  endpoints,
  type Conflict,
  type ConflictPolicy,
  type SyncAnswer,
  type Well,
} from '@wellpulse/contracts';
import { TestDevice, uniqueSlug, type SignedInCaller } from '@wellpulse/testing';
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
