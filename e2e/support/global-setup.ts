/** Starts the stack that all tests share, unless the environment names one that runs already. */
import { startStack } from './run-stack.ts';
import { givenAddresses, passOnAddresses } from './stack-addresses.ts';

export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (givenAddresses() !== null) return undefined;
  const stack = await startStack({ demo: true });
  passOnAddresses(stack);
  return () => stack.stop();
}
