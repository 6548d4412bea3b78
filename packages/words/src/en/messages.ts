/** The sentences of the wire, as they come: the contracts hold the English ones. */
import { MESSAGES, type MessageKey } from '@wellpulse/contracts';

export const messages: Readonly<Record<MessageKey, string>> = MESSAGES;
