/** Forms without a screen: what is typed and pasted, and what comes of it. Laptop, phone and dashboard draw it their own way. */
export { BulkGrid, type CellNote } from './bulk/bulk-grid.ts';
export {
  BULK_FIELDS,
  cellsOf,
  isEntered,
  knownDays,
  type BulkDay,
  type BulkField,
  type Cell,
} from './bulk/bulk-days.ts';
export { cellAfterKey, type GridKey } from './bulk/grid-keys.ts';
export {
  DaySheetForm,
  knownOfRow,
  type SheetCell,
  type SheetFilter,
  type SheetPaste,
} from './day-sheet/day-sheet-form.ts';
export { draftPrefix, type DraftOwner, type DraftStorage } from './drafts/draft-storage.ts';
export { DraftStore } from './drafts/draft-store.ts';
export { memoryDraftStorage } from './drafts/memory-draft-storage.ts';
export { daysNamed } from './pasting/days-named.ts';
export { placePaste, type PlacedCell, type PlacedPaste, type RowNaming } from './pasting/place-paste.ts';
export { readPaste } from './pasting/read-paste.ts';
export { wellsNamed } from './pasting/wells-named.ts';
export {
  EntryDesk,
  textOf,
  type DeskSituation,
  type KnownDay,
  type SavePhase,
  type Submitted,
} from './production/entry-desk.ts';
export { EntryDrafts, type EntryDraft, type EntryPlace } from './production/entry-drafts.ts';
export { EntryForm } from './production/entry-form.ts';
export {
  comparedVolume,
  isNumber,
  parseEntry,
  parseReading,
  shownVolume,
  varianceNote,
  volumeOrNull,
  type DayVolumes,
  type ParsedEntry,
} from './production/entry-rules.ts';
export {
  emptyEntry,
  entryTextOf,
  inputText,
  isBlank,
  type EntryText,
  type RecordedVolumes,
  type VolumesText,
} from './production/entry-text.ts';
export { errorOfBox, phaseSentence, refusalSentence } from './production/phase-words.ts';
export { questionSentence, type Question } from './production/questions.ts';
export { knownOfRecord, RowEdit } from './production/row-edit.ts';
export {
  type ConflictingEntry,
  type EntryBase,
  type EntryResult,
  type EntryStore,
  type EntryToSave,
  type HeldEntry,
  type RefusedEntry,
  type SavedEntry,
  type WaitingEntry,
} from './saving/entry-store.ts';
export { Observable } from './state/observable.ts';
export { useObserved } from './state/use-observed.ts';
export { readNumber, typedValue } from './text/typed-number.ts';
export {
  useTextForm,
  type ParsedText,
  type TextFormInput,
  type TextFormState,
} from './text/use-text-form.ts';
