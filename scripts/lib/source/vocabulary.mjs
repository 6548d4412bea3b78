/**
 * Words that names no longer use, each with the word to use: `docs/glossary.md` says what that means (ADR 34). A name is an identifier
 * or a part of a path; its words are told apart by capitals and dashes (`PhotoShelf` and `photo-shelf.ts` are photo, shelf).
 *
 * @typedef {object} OldWord
 * @property {string} old one or more words in a row, in small letters: `give up` is in `giveUp` and `give-up.ts`
 * @property {string} say the word to use
 * @property {string} [below] only names in files below this folder
 */

/** @type {readonly OldWord[]} */
export const OLD_WORDS = [
  { old: 'alongside', say: 'in a transaction that is handed in', below: 'apps/api/src' },
  { old: 'callers', say: 'caller resolver', below: 'apps/api' },
  { old: 'candidate', say: 'received event', below: 'packages/domain' },
  { old: 'candidates', say: 'received events', below: 'packages/domain' },
  { old: 'complaints', say: 'console errors', below: 'e2e' },
  { old: 'concern', say: 'issue (of a device)', below: 'apps/web/src/features/sync/' },
  { old: 'concerning', say: 'relevant writes', below: 'packages/domain' },
  { old: 'concerns', say: 'issues (of a device)', below: 'apps/web/src/features/sync/' },
  { old: 'doubt', say: 'unconfirmed' },
  { old: 'employee', say: 'user, or by role: pumper, foreman' },
  { old: 'end of', say: 'deletion marker', below: 'packages/domain/src/merging' },
  { old: 'escape hatch', say: 'handover' },
  { old: 'fate', say: 'result' },
  { old: 'fates', say: 'results' },
  { old: 'fold', say: 'project' },
  { old: 'folded', say: 'projected' },
  { old: 'gage', say: 'gauge' },
  { old: 'give up', say: 'step result', below: 'packages/offline' },
  { old: 'heal', say: 'drain', below: 'packages/simulation' },
  { old: 'hold body', say: 'buffer small body' },
  { old: 'keeper', say: 'intake' },
  { old: 'lane', say: 'step (of a sync)' },
  { old: 'lanes', say: 'steps (of a sync)' },
  { old: 'lenient', say: 'tolerant' },
  { old: 'lift holds', say: 'clear retry delays' },
  { old: 'looks', say: 'appearance', below: 'packages/ui' },
  { old: 'looks', say: 'appearance', below: 'apps/web/src' },
  { old: 'mend', say: 'repair' },
  { old: 'mishap', say: 'fault injection; of a write: failure', below: 'packages/simulation' },
  { old: 'mishaps', say: 'fault injections', below: 'packages/simulation' },
  { old: 'note pulled', say: 'record pulled', below: 'packages/offline' },
  { old: 'note recovery', say: 'record recovery', below: 'apps/api/src' },
  { old: 'note retiring', say: 'record retiring', below: 'packages/offline' },
  { old: 'note retired', say: 'record retired', below: 'packages/offline' },
  { old: 'note seen', say: 'record seen lineage', below: 'apps/api/src' },
  { old: 'note wiped', say: 'record wiped', below: 'apps/api/src' },
  { old: 'office', say: 'workspace', below: 'e2e' },
  { old: 'office', say: 'dashboard, or dashboard users', below: 'packages/simulation' },
  { old: 'organisation', say: 'tenant' },
  { old: 'organization', say: 'tenant' },
  { old: 'place', say: 'tenant context', below: 'apps/api/src/photos' },
  { old: 'refold', say: 'reproject' },
  { old: 'rehearse', say: 'dry run', below: 'apps/api/src' },
  { old: 'rehearsed', say: 'dry run', below: 'apps/api/src' },
  { old: 'rival', say: 'competing write' },
  { old: 'settle deletion', say: 'apply deletion' },
  { old: 'settle values', say: 'apply update' },
  { old: 'shelf', say: 'store' },
  { old: 'slots', say: 'concurrency limit', below: 'apps/api' },
  { old: 'spoil', say: 'corrupt' },
  { old: 'spoils', say: 'corrupts' },
  { old: 'stamp', say: 'register order', below: 'packages/domain/src' },
  { old: 'standing', say: 'health (of a device)', below: 'apps/web/src/features/sync/' },
  { old: 'standing', say: 'current', below: 'packages/domain' },
  { old: 'stat', say: 'tile', below: 'packages/ui' },
  { old: 'status board', say: 'sync status' },
  { old: 'strangers', say: 'out of scope', below: 'apps/api/src' },
  { old: 'subject', say: 'merge target, or alert key', below: 'packages/domain/src' },
  { old: 'submission', say: 'judgeable event' },
  { old: 'submissions', say: 'judgeable events' },
  ...[
    'apps/api/src/conflicts/',
    'apps/web/src/features/conflicts/',
    'packages/contracts/src/conflicts/',
    'packages/domain/src/conflicts/',
    'packages/words/src/en/screens/conflicts.ts',
    'packages/words/src/es/screens/conflicts.ts',
  ].flatMap((below) =>
    ['take back', 'taken back', 'took back'].map((old) => ({ old, say: 'undo (of a conflict)', below })),
  ),
  { old: 'take back', say: 'undo, or subtract', below: 'apps/api/src/http' },
  { old: 'tenancy', say: 'tenant (the aggregate) or tenant databases' },
  { old: 'undo', say: 'take back', below: 'packages/domain/src/production' },
  { old: 'undone', say: 'taken back', below: 'packages/domain/src/production' },
  { old: 'weather', say: 'link conditions' },
  { old: 'weight', say: 'severity', below: 'apps/web/src/features/sync/' },
  { old: 'when', say: 'timestamp', below: 'apps/web/src/components' },
];

/** What is undone is a settling by the rules; what an author takes back is an entry of their own. */
const CONFLICTS = /\/src\/conflicts\/|\/features\/conflicts\/|\/(?:screens|sync)\/conflicts\.[^/]*$/;

/**
 * Words that comments, titles of tests, texts and documents no longer use either, in each of their forms.
 *
 * @type {readonly { readonly old: RegExp, readonly say: string, readonly below?: RegExp }[]} `below`: only in files whose
 *   path matches
 */
const OLD_IN_PROSE = [
  { old: /\bmend(?:s|ed|ing)?\b/gi, say: 'repair' },
  { old: /\bt(?:ak(?:e|es|en|ing)|ook) back\b/gi, say: 'undo', below: CONFLICTS },
];

/**
 * The old words anywhere in a file, each with its place.
 *
 * @param {string} path from the project's folder, with slashes
 * @param {string} text
 * @returns {string[]}
 */
export const oldWordsInProse = (path, text) =>
  text
    .split('\n')
    .flatMap((line, at) =>
      OLD_IN_PROSE.filter(({ below }) => below?.test(path) ?? true).flatMap(({ old, say }) =>
        [...line.matchAll(old)].map(([word]) => `${path}:${at + 1} says "${word}"; say "${say}"`),
      ),
    );

/**
 * The words of a name, in small letters.
 *
 * @param {string} name
 */
export const wordsOf = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(' ');

/**
 * The old words in a file's path and in its identifiers, in words.
 *
 * @param {string} path from the project's folder, with slashes
 * @param {string} code
 * @returns {string[]}
 */
export function oldWordsIn(path, code) {
  const meant = OLD_WORDS.filter(({ below }) => below === undefined || path.startsWith(below));
  const names = [...new Set([...path.split('/'), ...identifiersIn(code)])];
  return names.flatMap((name) => {
    const words = ` ${wordsOf(name)} `;
    return meant
      .filter(({ old }) => words.includes(` ${old} `))
      .map(({ old, say }) => `${path}: ${name} says "${old}"; say "${say}"`);
  });
}

/** Comments, texts and pieces of addresses are not names. */
const NOT_NAMES = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g;

/** @param {string} code */
const identifiersIn = (code) => code.replace(NOT_NAMES, ' ').match(/[A-Za-z_$][\w$]*/g) ?? [];
