/** How long the server keeps what devices sent and the records do not hold, and how much of it. */

/** The answer to a batch, by its key; a device that comes back later gets its outcomes by event id all the same. */
export const ANSWER_KEPT_DAYS = 7;

/** The text of a refused entry; its person has it too. */
export const REFUSED_KEPT_DAYS = 180;
/** Of one device. */
export const REFUSED_KEPT_BYTES = 16 * 1024 * 1024;

/** An entry that waits for a person. */
export const WAITING_KEPT_DAYS = 180;
/** Of one author. */
export const WAITING_KEPT_ENTRIES = 1000;

/** What one device offers of lost records; the contents of a tenant of 300 wells, twice. */
export const RECOVERED_KEPT_BYTES = 64 * 1024 * 1024;
