/** The way to the server. It says what came back, not what it means: that, the core decides. */
import type { EndpointDefinition, EndpointRequest } from '@wellpulse/contracts';

export type Reply =
  /** `body` is whatever could be read of it, unchecked; undefined if it was no JSON. */
  | {
      readonly kind: 'ANSWERED';
      readonly status: number;
      readonly body: unknown;
      readonly retryAfterSeconds: number | null;
    }
  /** Whether the server did what was asked is unknown. */
  | { readonly kind: 'NO_ANSWER' }
  | { readonly kind: 'TIMEOUT' };

export interface CallOptions {
  readonly accessToken?: string;
  readonly idempotencyKey?: string;
  readonly timeoutMs: number;
}

export interface PutRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  readonly timeoutMs: number;
  /** Called as bytes leave, where the platform can tell. */
  readonly onProgress?: (sentBytes: number) => void;
}

export interface Transport {
  call<Definition extends EndpointDefinition>(
    endpoint: Definition,
    request: Partial<EndpointRequest<Definition>>,
    options: CallOptions,
  ): Promise<Reply>;
  /** Puts bytes to an address that the server gave. */
  put(request: PutRequest): Promise<Reply>;
}
