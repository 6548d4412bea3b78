/** Starts the stack that all tests share, unless the environment names one that runs already. */
import { OWN_TENANTS } from '../people.ts';
import { startStack, type RunningStack } from './run-stack.ts';
import { givenAddresses, passOnAddresses } from './stack-addresses.ts';

export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (givenAddresses() !== null) return undefined;
  const stack = await startStack({ demo: true });
  await addOwnTenants(stack);
  passOnAddresses(stack);
  return () => stack.stop();
}

async function addOwnTenants(stack: RunningStack): Promise<void> {
  for (const { tenant, email, name, password } of OWN_TENANTS) {
    await stack.wellpulse(['tenant', 'create', tenant]);
    const user = ['user', 'create', tenant, email, '--name', name, '--role', 'ADMIN'];
    await stack.wellpulse(user, { WELLPULSE_PASSWORD: password });
  }
}
