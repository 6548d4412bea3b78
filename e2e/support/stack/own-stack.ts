/** Tests with a stack of their own, for what everybody else would notice. */
import { test as base } from '../test.ts';
import { addressBehindCaddy, isCaddyHere, startCaddy } from './caddy.ts';
import { startStack, type RunningStack } from './run-stack.ts';

export interface Foreman {
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
}

/**
 * A `test` on a stack of its own, with one tenant. Its manager is not signed in yet. If it is `forOthers`, those find it under
 * another name and by https, where this machine has Caddy.
 */
export const testWithOwnStack = (
  { tenant, email, password }: Foreman,
  { forOthers = false }: { readonly forOthers?: boolean } = {},
) =>
  base.extend<object, { stack: RunningStack }>({
    stack: [
      async ({ playwright: _ }, use) => {
        const publicUrl = forOthers && isCaddyHere() ? await addressBehindCaddy() : undefined;
        const stack = await startStack({ demo: false, publicUrl });
        const stopCaddy = publicUrl === undefined ? undefined : await startCaddy(publicUrl, stack.webUrl);
        await stack.wellpulse(['tenant', 'create', tenant]);
        const user = ['user', 'create', tenant, email, '--name', 'Lee Foreman', '--role', 'MANAGER'];
        await stack.wellpulse(user, { WELLPULSE_PASSWORD: password });
        await use(stack);
        await stopCaddy?.();
        await stack.stop();
      },
      { scope: 'worker', timeout: 120_000 },
    ],
    baseURL: ({ stack }, use) => use(stack.webUrl),
  });
