/** Starts the stack that all tests share, unless the environment names one that runs already. */
import { PEOPLE, SETTINGS_TENANT } from '../people.ts';
import { startStack, type RunningStack } from './run-stack.ts';
import { givenAddresses, passOnAddresses } from './stack-addresses.ts';

export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (givenAddresses() !== null) return undefined;
  const stack = await startStack({ demo: true });
  await addSettingsTenant(stack);
  passOnAddresses(stack);
  return () => stack.stop();
}

async function addSettingsTenant(stack: RunningStack): Promise<void> {
  const { email, name, password } = PEOPLE.settingsAdmin;
  await stack.wellpulse(['tenant', 'create', SETTINGS_TENANT]);
  const user = ['user', 'create', SETTINGS_TENANT, email, '--name', name, '--role', 'ADMIN'];
  await stack.wellpulse(user, { WELLPULSE_PASSWORD: password });
}
