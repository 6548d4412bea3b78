import { describePersonKeys } from '../testing/person-keys.suite.ts';
import { MemoryPersonKeys } from './memory-person-keys.ts';

const stores = new Map<string, MemoryPersonKeys>();

describePersonKeys(
  'the memory',
  (place) => {
    const store = stores.get(place) ?? new MemoryPersonKeys();
    stores.set(place, store);
    return store;
  },
  () => String(stores.size),
);
