/**
 * Sentences in code that have a home elsewhere: what people read is in `packages/words`, and what crosses the wire in
 * `packages/contracts/src/messages`. Faults of our own (`new Error`), descriptions of the API and the help of commands are said
 * where they are.
 */

/** Files in which no such sentence may be. `screen-texts.mjs` reads the components. */
const READ = /^(?:packages\/(?:contracts|domain|offline)\/src|apps\/(?:api|device|web)\/src)\/.+\.ts$/;
const NOT_READ =
  /\.(?:test|fixture|example|migrations)\.ts$|\/testing\/|\/messages\/|contracts\/src\/endpoint\/problems\.ts$|apps\/api\/src\/(?:demo|cli)\/|database\/(?:migrations|statistics)|audit\/(?:verify-log|check-anchors)|web\/src\/server\/settings/;

/** @param {string} path from the project's folder, with slashes */
export const holdsNoSentences = (path) => READ.test(path) && !NOT_READ.test(path);

/** What stands before a sentence that is not said to the people whom the app is for. */
const ELSEWHERE =
  /(?:Error\((?:\s*`?)|(?:description|summary|help|title):\s*|\.description\(\s*|(?:[oO]ption|Argument|argument)\([^()]*?,?\s*|example\(\s*|say\(\s*)$/;

const LITERAL =
  /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*|'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;

/** A capital, then words: not a code, a name, an import or a piece of SQL. */
const SENTENCE = /^(?!Bearer )[A-Z][a-z]*(?:['’][a-z]+)? [a-z$].* ?/;

/**
 * The sentences of a file that should be elsewhere.
 *
 * @param {string} code
 * @returns {string[]}
 */
export const sentencesIn = (code) =>
  [...code.matchAll(LITERAL)].flatMap((found) => {
    const text = found[1] ?? found[2] ?? found[3] ?? '';
    if (!SENTENCE.test(text)) return [];
    const before = code.slice(Math.max(0, found.index - 200), found.index);
    return ELSEWHERE.test(before) ? [] : [text];
  });
