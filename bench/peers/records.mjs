/** The records that every peer sends: a day's oil, gas and water, and 60 characters of notes; as those of our own sync. Actual knows no day before 2000. */

/**
 * @param {number} count
 * @returns {{ day: string, oil: number, gas: number, water: number, notes: string }[]}
 */
export const records = (count) =>
  Array.from({ length: count }, (_, index) => ({
    day: new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10),
    oil: 42.5 + (index % 10),
    gas: 120,
    water: 8.2,
    notes: 'x'.repeat(60),
  }));
