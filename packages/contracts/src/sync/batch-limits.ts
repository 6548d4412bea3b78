/** What a batch of a device's events, and each of them, may be at most. */
import { message } from '../messages/messages.ts';
import { sizeText } from '../messages/size-text.ts';

/** The largest event, in bytes of JSON. */
export const MAX_EVENT_BYTES = 64 * 1024;
/** What is said of an event that is larger. */
export const EVENT_TOO_LARGE = message('entryTooLarge', { most: sizeText(MAX_EVENT_BYTES) });
/** So many events the server takes in one batch. */
export const MAX_BATCH_EVENTS = 1000;
/** So many batches a user's devices may send within a minute, unless the server is set up otherwise. */
export const BATCHES_PER_MINUTE = 10;
/** The largest batch, in bytes of JSON. */
export const MAX_BATCH_BYTES = 32 * 1024 * 1024;
/** What is said of a batch that is larger. */
export const BATCH_TOO_LARGE = message('batchTooLarge', { most: sizeText(MAX_BATCH_BYTES) });
