import type { z } from 'zod';
import type { METHODS, MethodName, Output } from '../../shared/bridge/contract.ts';

/** What does the work of some methods, with input that was parsed. */
export type Handlers<Names extends MethodName> = {
  readonly [Name in Names]: (input: z.output<(typeof METHODS)[Name]['input']>) => Promise<Output<Name>>;
};
