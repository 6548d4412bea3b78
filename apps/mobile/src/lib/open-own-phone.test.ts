/** The data of this program is opened once, whoever asks: the screens, the system in the background, or both at a time (ADR 119). */
import { beforeEach, expect, test, vi } from 'vitest';

/** What opening meets. */
const own = vi.hoisted(() => ({ opened: 0, fails: false, hasData: true }));

vi.mock('./own-parts', () => ({ ownParts: {} }));
vi.mock('../native/tabs/data-lock', () => ({ takeData: async () => own.hasData }));
vi.mock('../native/storage/choices', () => ({
  choices: { read: async () => null, write: async () => undefined },
}));
vi.mock('../native/reminders/reminders', () => ({
  reminders: { access: async () => 'NONE', ask: async () => 'NONE', plan: async () => undefined },
}));
vi.mock('../data/phone.ts', () => ({
  openPhone: async () => {
    // As long as it takes to open a database.
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (own.fails) throw new Error('The key is not there');
    own.opened += 1;
    const status = { current: async () => ({ waitingSince: null }), subscribe: () => () => undefined };
    return { client: { status } };
  },
}));

beforeEach(() => {
  vi.resetModules();
  Object.assign(own, { opened: 0, fails: false, hasData: true });
});

const program = () => import('./open-own-phone.ts');

test('screens and the task in the background have the same client, whoever came first', async () => {
  const { openOwnPhone } = await program();
  const [one, other] = await Promise.all([openOwnPhone(), openOwnPhone()]);
  expect([one.kind, own.opened]).toEqual(['OPEN', 1]);
  expect(other).toBe(one);
  expect(await openOwnPhone()).toBe(one);
});

test('what could not be opened in the background is tried again by whoever opens the app', async () => {
  const { openOwnPhone, reminded } = await program();
  own.fails = true;
  expect(await openOwnPhone()).toEqual({ kind: 'TROUBLE', trouble: 'FAULT' });
  // Nothing waits for reminders of a phone that is not open.
  await reminded();
  own.fails = false;
  expect(await openOwnPhone()).toMatchObject({ kind: 'OPEN' });
  await reminded();
});

test('another tab’s data is not opened', async () => {
  const { openOwnPhone } = await program();
  own.hasData = false;
  expect(await openOwnPhone()).toEqual({ kind: 'TROUBLE', trouble: 'OTHER_TAB' });
  expect(own.opened).toBe(0);
});
