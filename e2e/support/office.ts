/** Who works at the stack: people signed in through the dashboard, and what they do through the API. */
import { expect, type APIRequest, type BrowserContext } from '@playwright/test';
import type { endpoints, EndpointRequest } from '@wellpulse/contracts';
import { signIn, type SignedInCaller } from '@wellpulse/testing';
import { PEOPLE, type Person } from './people.ts';
import type { StackAddresses } from './stack-addresses.ts';

export type Credentials = EndpointRequest<typeof endpoints.auth.login>['body'];
type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

export class Office {
  readonly addresses: StackAddresses;
  readonly #request: APIRequest;
  readonly #callers = new Map<Person, Promise<SignedInCaller>>();
  readonly #states = new Map<Person, Promise<StorageState>>();

  constructor(addresses: StackAddresses, request: APIRequest) {
    this.addresses = addresses;
    this.#request = request;
  }

  /** The API as a person. */
  as(person: Person): Promise<SignedInCaller> {
    return remember(this.#callers, person, () => signIn(this.addresses.apiUrl, credentialsOf(person)));
  }

  /** What the browser of a signed-in person holds; everybody signs in once. */
  browserOf(person: Person): Promise<StorageState> {
    return remember(this.#states, person, () => this.newSession(person));
  }

  /** A session of its own for a test that ends it. */
  async newSession(person: Person): Promise<StorageState> {
    const { webUrl } = this.addresses;
    const context = await this.#request.newContext({
      baseURL: webUrl,
      extraHTTPHeaders: { origin: webUrl },
    });
    const answer = await context.post('/api/session', { data: credentialsOf(person) });
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

function remember<Key, Value>(known: Map<Key, Promise<Value>>, key: Key, make: () => Promise<Value>) {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
