/** Forms without a screen: what is typed and pasted, and what comes of it. Laptop, phone and dashboard draw it their own way. */
export {
  AcknowledgeForm,
  AcknowledgeForms,
  type Acknowledgement,
  type AcknowledgeState,
} from './alerts/acknowledge-form.ts';
export {
  ConflictChoice,
  type ChoiceState,
  type ConflictDeed,
  type ConflictStore,
  type DoneDeed,
} from './conflicts/conflict-choice.ts';
export { comparisonNote, doneSentence, recordNow, undoSentence } from './conflicts/conflict-sentences.ts';
export { MergeForm } from './conflicts/merge-form.ts';
export type { Merged, MergeDraft, MergeEntry, MergePick, MergeRow } from './conflicts/merge-draft.ts';
export { sideRows, type SideRow, type SideValue } from './conflicts/side-rows.ts';
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
export {
  rangeStart,
  seriesOf,
  toDailyVolumes,
  type ChartRange,
  type DailyVolumes,
} from './charts/daily-volumes.ts';
export { linePath, type LineBox } from './charts/line-path.ts';
export { cellAfterKey, cellToFillAfter, type FilledGrid, type GridKey } from './bulk/grid-keys.ts';
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
export { questionSentence, unusualSentence, type Question } from './production/questions.ts';
export { reentryDesk } from './production/reentry-desk.ts';
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
export { useCountdown } from './state/use-countdown.ts';
export { useDayInZone } from './state/use-day-in-zone.ts';
export { useDebounced } from './state/use-debounced.ts';
export { useObserved } from './state/use-observed.ts';
export { usePressTwice } from './state/use-press-twice.ts';
export { useWhenKnown } from './state/use-when-known.ts';
export { readNumber, typedValue } from './text/typed-number.ts';
export {
  handoverSentence,
  type CancelledFile,
  type FileOpener,
  type FileSaver,
  type HandoverAnswer,
  type HandoverRefusal,
} from './handover/handover-store.ts';
export { OpenFileForm } from './handover/open-file-form.ts';
export { SaveFileForm, type PassphraseBox } from './handover/save-file-form.ts';
export { toPreview, type CsvPreview } from './imports/csv-preview.ts';
export {
  ImportForm,
  type ImportRun,
  type MappedFile,
  type NamedFile,
  type UnreadableFile,
} from './imports/import-form.ts';
export {
  type ImportAnswer,
  type ImportJob,
  type ImportStore,
  type ImportUnderWay,
} from './imports/import-store.ts';
export {
  cellsOfColumn,
  DATE_FORMATS,
  guessDateFormat,
  MONTH_FORMATS,
  type MappingForm,
} from './imports/mapping-form.ts';
export { readRows, type PreviewedRow } from './imports/read-rows.ts';
export { type EquipmentField, type EquipmentText, type EquipmentValues } from './equipment/equipment-text.ts';
export { DUE_TONES, STATUS_TONES, type ItemTone } from './equipment/tones.ts';
export { itemForm, type ItemForm, type ItemToSave } from './equipment/item-form.ts';
export {
  positionLine,
  positionNotes,
  type PositionNote,
  type PositionState,
} from './location/position-state.ts';
export { readPosition, TypedPosition } from './location/typed-position.ts';
export { LogForm, type LogBoxes, type LogFormParts, type LogStore } from './maintenance/log-form.ts';
export {
  MAINTENANCE_VALUES,
  type MaintenanceField,
  type MaintenanceText,
  type MaintenanceValues,
} from './maintenance/maintenance-text.ts';
export { nextDateHint, type ServiceDays } from './maintenance/next-date.ts';
export { type ChosenPhoto, type NamedPhoto, type ShownPhoto } from './photos/chosen-photo.ts';
export { FormPhotos } from './photos/form-photos.ts';
export { chosenAgain, photoDraftShape, photosOfDraft, type PhotoDraft } from './photos/photo-draft.ts';
export { EXIF_TAGS, photoFactsOf, type ExifTags, type PhotoFacts } from './photos/photo-facts.ts';
export { PHOTO_HEAD_BYTES, photoKind } from './photos/photo-kind.ts';
export { compressPhoto, type Compressor } from './photos/photo-size.ts';
export { nameOfPicture } from './photos/picture-name.ts';
export {
  PhotoQueue,
  type ChosenFile,
  type PhotoHost,
  type Preparation,
  type Storing,
} from './photos/photo-queue.ts';
export { wellsShown, type WellsAsked, type WellsChosen, type WellsShown } from './day-sheet/my-wells.ts';
export { mayTakeBack } from './readings/may-take-back.ts';
export { ReadingPhotos, type ReadingPhotosParts } from './readings/reading-photos.ts';
export { saveWithPhotos } from './readings/save-with-photos.ts';
export { type FormDrafts } from './record/draft-place.ts';
export { RecordForm, type Boxes, type NotSaved, type RecordKind } from './record/record-form.ts';
export { type RecordAnswer, type RecordStore } from './record/record-store.ts';
export {
  SIGN_IN_BOXES,
  type SessionAnswer,
  type SignInBox,
  type SignInStore,
  type SignInText,
  type UnlockStore,
} from './session/session-store.ts';
export { retryWords } from './session/session-sentence.ts';
export { SignInForm, type SignInParts } from './session/sign-in-form.ts';
export { UnlockForm, type KnownPerson } from './session/unlock-form.ts';
export { boxName, type IntervalsText } from './settings/service-intervals.ts';
export {
  intervalsForm,
  settingsForm,
  type IntervalsForm,
  type SettingsForm,
  type SettingsText,
} from './settings/settings-form.ts';
export {
  StrandedDrafts,
  strandedSentences,
  type DraftSubjects,
  type StrandedDraft,
  type StrandedDraftsParts,
  type StrandedSentences,
} from './stranded-drafts.ts';
export { type ParsedText } from './text/parsed-text.ts';
export { useWords, WordsContext } from './text/words-context.ts';
export { ownPasswordForm, type OwnPasswordForm, type OwnPasswordText } from './users/own-password-form.ts';
export {
  passwordForm,
  userForm,
  type PasswordForm,
  type PasswordToSet,
  type UserForm,
  type UserChanges,
  type UserText,
  type UserToSave,
  type UserValues,
} from './users/user-form.ts';
export { wellForm, type WellBox, type WellForm, type WellText, type WellToSave } from './wells/well-form.ts';
