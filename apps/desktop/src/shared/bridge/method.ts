/** How main and renderer talk: methods that the renderer calls, and news that main tells. */
import type { OfflineRefusal, Trouble } from '@wellpulse/domain';
import type { z } from 'zod';

/** One method of the bridge: what it takes and what it gives. Both are plain values. */
export interface Method<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly input: Input;
  readonly output: Output;
  /** Whether it may be called while nobody is at the laptop. */
  readonly isForAnybody: boolean;
}

/** States a method of the person at the laptop. */
export const method = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Method<Input, Output> => ({ input, output, isForAnybody: false });

/** States a method that the lock screen needs: it shows and does nothing of what people entered. */
export const methodForAnybody = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Method<Input, Output> => ({ input, output, isForAnybody: true });

/**
 * Why a method did nothing. `REFUSED` is something that the person can act on; `formatRefusal` of the words says it. `FAULT` is a
 * trouble of this device, such as a disk that fails.
 */
export type BridgeProblem =
  | { readonly kind: 'REFUSED'; readonly refusal: OfflineRefusal }
  /** Too many wrong tries: the next one is heard in so many milliseconds. */
  | { readonly kind: 'TOO_EARLY'; readonly waitMs: number }
  | { readonly kind: 'FAULT'; readonly trouble: Trouble };

/** What comes over the bridge. A method does not throw: an error would lose its code on the way. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: BridgeProblem };
