/** The connection to the server. A transport says what came back; the core decides what it means. */
import type { EndpointDefinition, EndpointRequest } from '@wellpulse/contracts';
import type { PhotoFile } from './photo-files.ts';

/** What came back. A transport never throws because of a bad network. */
export type Reply =
  /** `body` is the parsed JSON, unchecked; undefined if it was no JSON. */
  | {
      readonly kind: 'ANSWERED';
      readonly status: number;
      readonly body: unknown;
      readonly retryAfterSeconds: number | null;
      /** The answer's headers whose names begin with `wellpulse-`, in lower case; none if left out. */
      readonly headers?: Readonly<Record<string, string>>;
      /** The `WellPulse-Time` of an answer with a `WellPulse-Protocol`; null for one that is a stranger's: a portal's, a proxy's. */
      readonly serverTime: string | null;
    }
  /** Whether the server did what was asked is unknown. */
  | { readonly kind: 'NO_ANSWER' }
  | { readonly kind: 'TIMEOUT' };

/** `timeoutMs`: the request ends when nothing arrives for so many milliseconds, however long the whole takes. */
export interface CallOptions {
  readonly accessToken?: string;
  readonly idempotencyKey?: string;
  /** Sent as they are, beside those of the other options. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

/** A photo, and where it goes. */
export interface PutRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent by its place, or piece by piece as the link takes them: it is never whole in memory. */
  readonly file: PhotoFile;
  /** As in `CallOptions`. While bytes leave, the request goes on. */
  readonly timeoutMs: number;
  /** Called as bytes leave, where the platform can tell. */
  readonly onProgress?: (sentBytes: number) => void;
}

/** A platform's HTTP. `@wellpulse/offline/fetch` serves wherever there is `fetch`; where that sends no streams, `put` is the platform's own. */
export interface Transport {
  /** Calls an endpoint of the contracts, with JSON in both directions. */
  call<Definition extends EndpointDefinition>(
    endpoint: Definition,
    request: Partial<EndpointRequest<Definition>>,
    options: CallOptions,
  ): Promise<Reply>;
  /** Puts a photo's bytes to the address that the server gave for it, with their number as its length. */
  put(request: PutRequest): Promise<Reply>;
}
