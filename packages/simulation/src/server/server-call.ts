/** A request as it crosses the wire. */
export interface ServerCall {
  readonly path: string;
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly accessToken: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** The newest row of the log that the device has seen. */
  readonly logMark: string | undefined;
}
