/** As far as commander looks for what was meant. */
const MOST_EDITS = 3;
const LEAST_LIKENESS = 0.4;

/**
 * The word that somebody may have meant.
 *
 * @param {string} word as it was typed
 * @param {readonly string[]} candidates
 * @returns {string | undefined} undefined if none is much like it
 */
export function nearest(word, candidates) {
  const [best] = candidates
    .map((candidate) => ({ candidate, edits: edits(bare(word), bare(candidate)) }))
    .filter(({ candidate, edits }) => {
      const length = Math.max(bare(word).length, bare(candidate).length);
      return edits <= MOST_EDITS && 1 - edits / length > LEAST_LIKENESS;
    })
    .sort((one, other) => one.edits - other.edits);
  return best?.candidate;
}

/** @param {string} word */
const bare = (word) => word.replace(/^--/, '');

/**
 * How many letters must be added, removed or exchanged to make one word the other (the distance of Levenshtein).
 *
 * @param {string} one
 * @param {string} other
 * @returns {number}
 */
function edits(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, length) => length);
  for (const [at, letter] of one.split('').entries()) {
    const next = [at + 1];
    for (const [to, wanted] of other.split('').entries()) {
      const exchanged = (row[to] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min((row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1, exchanged));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
