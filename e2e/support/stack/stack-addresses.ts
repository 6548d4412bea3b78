/** How the test processes learn where the stack is that the global setup has started: through their environment. */
import { z } from 'zod';

const VARIABLE = 'WELLPULSE_E2E_STACK';

const addressesSchema = z.object({ webUrl: z.url(), apiUrl: z.url(), internalUrl: z.url() });
export type StackAddresses = z.infer<typeof addressesSchema>;

export function passOnAddresses({ webUrl, apiUrl, internalUrl }: StackAddresses): void {
  process.env[VARIABLE] = JSON.stringify({ webUrl, apiUrl, internalUrl });
}

/** Null before the global setup has run. */
export function givenAddresses(): StackAddresses | null {
  const text = process.env[VARIABLE];
  return text === undefined ? null : addressesSchema.parse(JSON.parse(text));
}
