/**
 * Takes away what React Native's Hermes lacks, before a test loads what phones run (ADR 82). Sources: Hermes' `doc/Features.md` and
 * `doc/IntlAPIs.md`, and core-js-compat's table of React Native. What they leave open counts as missing.
 */
type Holder = Record<string, unknown>;

const holderOf = (path: string): Holder | undefined => {
  let holder: unknown = globalThis;
  for (const name of path.split('.').filter((part) => part !== ''))
    holder = (holder as Holder | undefined)?.[name];
  return holder as Holder | undefined;
};

/** An object by its path from `globalThis`, and its members that phones lack. */
const MISSING: Readonly<Record<string, readonly string[]>> = {
  '': ['structuredClone', 'CompressionStream', 'DecompressionStream', 'Iterator', 'FinalizationRegistry'],
  Intl: [
    'DisplayNames',
    'DurationFormat',
    'ListFormat',
    'Locale',
    'PluralRules',
    'RelativeTimeFormat',
    'Segmenter',
  ],
  'Intl.DateTimeFormat.prototype': ['formatToParts', 'formatRange', 'formatRangeToParts'],
  'Intl.NumberFormat.prototype': ['formatToParts', 'formatRange', 'formatRangeToParts'],
  'String.prototype': ['isWellFormed', 'toWellFormed'],
  Array: ['fromAsync'],
  'Array.prototype': ['toSorted'],
  'Uint8Array.__proto__.prototype': ['toReversed', 'toSorted', 'with'],
  Uint8Array: ['fromBase64', 'fromHex'],
  'Uint8Array.prototype': ['toBase64', 'toHex', 'setFromBase64', 'setFromHex'],
  'ArrayBuffer.prototype': ['transfer', 'transferToFixedLength'],
  Object: ['groupBy'],
  Map: ['groupBy'],
  'Set.prototype': [
    'union',
    'intersection',
    'difference',
    'symmetricDifference',
    'isSubsetOf',
    'isSupersetOf',
    'isDisjointFrom',
  ],
  Promise: ['withResolvers', 'try'],
  RegExp: ['escape'],
  Error: ['isError'],
  URL: ['canParse', 'parse'],
  AbortSignal: ['any', 'timeout'],
};

for (const [path, names] of Object.entries(MISSING)) {
  const holder = holderOf(path);
  if (holder !== undefined) for (const name of names) Reflect.deleteProperty(holder, name);
}
