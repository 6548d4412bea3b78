/** Who works at the stack: people signed in through the dashboard, and what they do through the API. */
import { expect, type APIRequest, type BrowserContext } from '@playwright/test';
import {
  endpoints,
  MAX_BULK_ENTRIES,
  type EndpointRequest,
  type EquipmentCreateInput,
  type EquipmentItem,
  type ProductionEntryInput,
  type ProductionRecord,
  type Well,
} from '@wellpulse/contracts';
import { aWell, signIn, uniqueSlug, type SignedInCaller, type WellInput } from '@wellpulse/testing';
import { PEOPLE, type Person } from './people.ts';
import type { StackAddresses } from './stack/stack-addresses.ts';

export type Credentials = EndpointRequest<typeof endpoints.auth.login>['body'];
/** An access token lasts a quarter of an hour; a test must not begin with one that ends in its midst. */
const REMEMBERED_MILLISECONDS = 5 * 60_000;

interface Remembered<Value> {
  readonly value: Value;
  readonly madeAt: number;
}

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

export class Workspace {
  readonly addresses: StackAddresses;
  readonly #request: APIRequest;
  readonly #callers = new Map<Person, Remembered<Promise<SignedInCaller>>>();

  constructor(addresses: StackAddresses, request: APIRequest) {
    this.addresses = addresses;
    this.#request = request;
  }

  /** The API as a person, in a session that lasts for as long as a test. */
  as(person: Person): Promise<SignedInCaller> {
    return remember(this.#callers, person, () => signIn(this.addresses.apiUrl, credentialsOf(person)));
  }

  /** The same in a session of its own, as on a device: taking that out of service ends it. */
  newDeviceSession(person: Person): Promise<SignedInCaller> {
    return signIn(this.addresses.apiUrl, credentialsOf(person));
  }

  /** The day that it is for the tenant acme. */
  async today(): Promise<string> {
    return (await (await this.as('viewer')).ask(endpoints.auth.me, {})).today;
  }

  /** A well of acme that no other test knows of, with its readings. */
  async addWell(
    given: Partial<WellInput> = {},
    entries: readonly ProductionEntryInput[] = [],
  ): Promise<Well> {
    const manager = await this.as('manager');
    const body = aWell({ name: `Well ${uniqueSlug('test')}`, ...given });
    const well = await manager.ask(endpoints.wells.create, { body });
    for (let start = 0; start < entries.length; start += MAX_BULK_ENTRIES) {
      await manager.ask(endpoints.production.createBulk, {
        params: { wellId: well.id },
        body: { entries: entries.slice(start, start + MAX_BULK_ENTRIES) },
      });
    }
    return well;
  }

  /** A reading that the manager enters in another session. */
  async enter({ id }: Well, entry: ProductionEntryInput): Promise<ProductionRecord> {
    const manager = await this.as('manager');
    return manager.ask(endpoints.production.create, { params: { wellId: id }, body: entry });
  }

  /** An item of equipment that no other test knows of, at a well of its own unless one is given. */
  async addItem(given: Partial<EquipmentCreateInput> = {}, well?: Well): Promise<EquipmentItem> {
    const { id: wellId } = well ?? (await this.addWell());
    const operator = await this.as('operator');
    const body = { equipmentType: 'PUMP_JACK' as const, serialNumber: uniqueSlug('PJ'), ...given };
    return operator.ask(endpoints.equipment.create, { params: { wellId }, body });
  }

  /** What the server has recorded for a well, newest day first. */
  async recordsOf({ id }: Well): Promise<ProductionRecord[]> {
    const viewer = await this.as('viewer');
    const request = { params: { wellId: id }, query: { limit: '1000' } };
    return (await viewer.ask(endpoints.production.list, request)).items;
  }

  /** What the browser of somebody holds who has just signed in. */
  async newSession(person: Person): Promise<StorageState> {
    const { webUrl } = this.addresses;
    const context = await this.#request.newContext({
      baseURL: webUrl,
      extraHTTPHeaders: { origin: webUrl },
    });
    const answer = await context.post('/browser/session', { data: credentialsOf(person) });
    expect(answer.status(), await answer.text()).toBe(200);
    const state = await context.storageState();
    await context.dispose();
    return state;
  }
}

function credentialsOf(person: Person): Credentials {
  const { tenant, email, password } = PEOPLE[person];
  return { tenant, email, password };
}

/** What was made before, unless it has become old. */
function remember<Key, Value>(known: Map<Key, Remembered<Value>>, key: Key, make: () => Value): Value {
  const old = known.get(key);
  if (old !== undefined && performance.now() - old.madeAt < REMEMBERED_MILLISECONDS) return old.value;
  const value = make();
  known.set(key, { value, madeAt: performance.now() });
  return value;
}
