/** Tests with a stack of their own, for what everybody else would notice. */
import { test as base } from '../test.ts';
import { startStack, type RunningStack } from './run-stack.ts';

export interface Foreman {
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
}

/** A `test` on a stack of its own, with one tenant. Its manager is not signed in yet. */
export const testWithOwnStack = ({ tenant, email, password }: Foreman) =>
  base.extend<object, { stack: RunningStack }>({
    stack: [
      async ({ playwright: _ }, use) => {
        const stack = await startStack({ demo: false });
        await stack.wellpulse(['tenant', 'create', tenant]);
        const user = ['user', 'create', tenant, email, '--name', 'Lee Foreman', '--role', 'MANAGER'];
        await stack.wellpulse(user, { WELLPULSE_PASSWORD: password });
        await use(stack);
        await stack.stop();
      },
      { scope: 'worker', timeout: 120_000 },
    ],
    baseURL: ({ stack }, use) => use(stack.webUrl),
  });
