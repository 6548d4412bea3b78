/** The browser's small store: texts by name, and the key of this device, which no page can read. */
const DATABASE = 'wellpulse';
const STORE = 'kept';

/** What this browser keeps by name. */
export interface Kept {
  /** Null for nothing. */
  readonly read: (name: string) => Promise<unknown>;
  /** Resolves when it is durable. */
  readonly write: (name: string, value: unknown) => Promise<void>;
}

/** What a browser keeps in its databases. Nothing is opened before it is needed. */
export function keptIn(databases: () => IDBFactory): Kept {
  let opened: Promise<IDBDatabase> | null = null;

  async function connect(): Promise<IDBDatabase> {
    const database = await open(databases());
    // A browser may end it by itself.
    database.addEventListener('close', openAnew);
    return database;
  }

  function openAnew(): void {
    opened = null;
  }

  async function run<Value>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<Value>,
  ): Promise<Value> {
    opened ??= connect();
    const database = await opened.catch((error: unknown) => {
      openAnew();
      throw error;
    });
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    const request = ask(transaction.objectStore(STORE));
    await new Promise((resolve, reject) => {
      transaction.addEventListener('complete', resolve);
      transaction.addEventListener('abort', () =>
        reject(transaction.error ?? new Error('The store gave up')),
      );
    });
    return request.result;
  }

  return {
    read: async (name) => {
      const value: unknown = await run('readonly', (store) => store.get(name));
      return value ?? null;
    },
    write: async (name, value) => {
      await run('readwrite', (store) => store.put(value, name));
    },
  };
}

export const kept: Kept = keptIn(() => indexedDB);

function open(databases: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = databases.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The store does not open')));
  });
}
