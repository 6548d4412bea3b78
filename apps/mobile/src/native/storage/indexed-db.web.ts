/** The browser's small store: texts by name, and the key of this device, which no page can read. */
const DATABASE = 'wellpulse';
const STORE = 'kept';

let opened: Promise<IDBDatabase> | undefined;

/** Null for nothing. */
export const readKept = async (name: string): Promise<unknown> => {
  const value: unknown = await run('readonly', (store) => store.get(name));
  return value ?? null;
};

/** Resolves when it is durable. */
export const writeKept = async (name: string, value: unknown): Promise<void> => {
  await run('readwrite', (store) => store.put(value, name));
};

async function run<Value>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  opened ??= open();
  const transaction = (await opened).transaction(STORE, mode, { durability: 'strict' });
  const request = ask(transaction.objectStore(STORE));
  await new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('The store gave up')));
  });
  return request.result;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The store does not open')));
  });
}
