/** Forms without a screen: what is typed and pasted, and what comes of it. Laptop, phone and dashboard draw it their own way. */
export { placePaste, type PlacedCell, type PlacedPaste, type RowNaming } from './pasting/place-paste.ts';
export { readPaste } from './pasting/read-paste.ts';
export { daysNamed } from './pasting/days-named.ts';
export { wellsNamed } from './pasting/wells-named.ts';
