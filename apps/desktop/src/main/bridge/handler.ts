import type { MethodName, Output, Parsed } from '../../shared/bridge/contract.ts';

/** What does the work of some methods, with input that was parsed. */
export type Handlers<Names extends MethodName> = {
  readonly [Name in Names]: (input: Parsed<Name>) => Promise<Output<Name>>;
};
