import type { Response } from 'express';
import type { ApiRequest, Caller } from '../http/request.ts';

/** What the answer to a photo says of the log. The folder of sync, which stands above, gives it. */
export abstract class PhotoMarks {
  abstract mark(response: Response, caller: Caller, request: ApiRequest): Promise<void>;
}
