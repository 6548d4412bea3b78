/** Headers by which a device and the server know each other (docs/sync-protocol.md, "Versions"). */

/** In each request the version that it is written in; in each answer the highest one that the server knows. */
export const PROTOCOL_HEADER = 'WellPulse-Protocol';
/** In each answer the server's time. */
export const TIME_HEADER = 'WellPulse-Time';
/** In each answer of `/sync/…` to a device that retires: `RETIRING`. */
export const DEVICE_HEADER = 'WellPulse-Device';
/**
 * In each answer of `/sync/…` the mark of the log; in each such request of a device the mark that it was given last. A device shows it when it
 * announces or confirms a photo, too. If the log holds that row, the answer has the mark of the newest one.
 */
export const LOG_HEADER = 'WellPulse-Log';
/** In each answer of `/sync/…` a name of the log's lineage: it is another one once the server was put back. */
export const LINEAGE_HEADER = 'WellPulse-Lineage';
