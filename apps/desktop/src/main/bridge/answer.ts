/** Runs one call: its input is parsed, its answer is a value, and an error becomes a problem that says what to do. */
import { troubleOf, type OfflineErrorCode } from '@wellpulse/domain';
import { OfflineError, type OfflineClient } from '@wellpulse/offline';
import { METHODS, type MethodName } from '../../shared/bridge/contract.ts';
import type { Answer } from '../../shared/bridge/method.ts';
import { TooManyTriesError } from '../keys/slow-tries.ts';
import type { Handlers } from './handler.ts';

/** Whether an error is a refusal of the offline client with this code. */
export const isOfflineError = (error: unknown, code: OfflineErrorCode): boolean =>
  error instanceof OfflineError && error.code === code;

/** Who answers. */
export interface Answering {
  /** Null while the data is closed: then nobody is at the laptop. */
  readonly client: OfflineClient | null;
  readonly handlers: Handlers<MethodName>;
}

/**
 * Answers a call of the renderer. While nobody is at the laptop, it answers what the lock screen needs, and nothing else. Nothing is run
 * for a name that the contract lacks, or an input that it does not allow: that is a fault of the program.
 */
export async function answer(
  { client, handlers }: Answering,
  name: unknown,
  input: unknown,
): Promise<Answer<unknown>> {
  if (!isMethodName(name)) return fault('No such method');
  const parsed = METHODS[name].input.safeParse(input);
  if (!parsed.success)
    return fault(`${name}: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
  // The map pairs each name with a handler of its own input.
  const handle = handlers[name] as (given: unknown) => Promise<unknown>;
  try {
    if (!METHODS[name].isForAnybody && (await client?.sessions.current()) === undefined) {
      throw new OfflineError({ code: 'LOCKED' });
    }
    return { ok: true, value: await handle(parsed.data) };
  } catch (error) {
    if (error instanceof OfflineError)
      return { ok: false, problem: { kind: 'REFUSED', refusal: error.refusal } };
    if (error instanceof TooManyTriesError) {
      return { ok: false, problem: { kind: 'TOO_EARLY', waitMs: error.waitMs } };
    }
    return fault(error instanceof Error ? error.message : String(error));
  }
}

const isMethodName = (name: unknown): name is MethodName =>
  typeof name === 'string' && Object.hasOwn(METHODS, name);

const fault = (detail: string): Answer<never> => ({
  ok: false,
  problem: { kind: 'FAULT', trouble: troubleOf('DEVICE_FAULT', detail) },
});
