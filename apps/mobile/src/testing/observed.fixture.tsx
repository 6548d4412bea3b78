/** Drawing without a browser shows what is observed as it is at that moment: React itself would draw what a server knows of it. */
import { vi } from 'vitest';

vi.mock('react', async (original) => ({
  ...(await original<typeof import('react')>()),
  useSyncExternalStore: (_subscribe: unknown, read: () => unknown) => read(),
}));
