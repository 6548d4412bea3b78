/** The bridge to main, as the page uses it. */
import type { Words } from '@wellpulse/words';
import type { Bridge, Input, MethodName, Output } from '../../shared/bridge/contract.ts';
import type { BridgeProblem } from '../../shared/bridge/method.ts';

declare global {
  interface Window {
    readonly wellpulse: Bridge;
  }
}

/** Thrown where main did nothing. `problemSentence` says it. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError';
  readonly problem: BridgeProblem;

  constructor(problem: BridgeProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/**
 * Calls main. Throws a `BridgeError` for what it refuses.
 *
 * @example
 * const person = await call('people.unlock', { userId, secret });
 */
export async function call<Name extends MethodName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await window.wellpulse.call(name, input);
  if (!answer.ok) throw new BridgeError(answer.problem);
  return answer.value;
}

/** What a person reads where main did nothing. */
export function problemSentence(
  { formatRefusal, formatTrouble, sessionWords }: Words,
  error: unknown,
): string {
  if (!(error instanceof BridgeError)) {
    return formatTrouble({ code: 'DEVICE_FAULT', detail: error instanceof Error ? error.message : null });
  }
  const { problem } = error;
  switch (problem.kind) {
    case 'REFUSED':
      return formatRefusal(problem.refusal);
    case 'TOO_EARLY':
      return sessionWords.retryInSeconds(Math.ceil(problem.waitMs / 1000));
    case 'FAULT':
      return formatTrouble(problem.trouble);
  }
}
