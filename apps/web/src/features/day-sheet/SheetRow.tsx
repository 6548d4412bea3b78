'use client';

/** One well on the day's sheet: what was there the day before, the boxes, and whether the server has it. */
import { pickFields, PRODUCTION_VALUES, type DaySheetRow } from '@wellpulse/contracts';
import {
  cx,
  emptyEntry,
  entryTextOf,
  isNumber,
  useWords,
  type VolumesText,
  WellStatusBadge,
} from '@wellpulse/ui';
import { Link } from '../../components/Link.tsx';
import { memo, useState, type CSSProperties } from 'react';
import { ConflictDialog } from '../production/entry/ConflictDialog.tsx';
import { useDraft } from '../production/entry/use-draft.tsx';
import { SheetBox } from './SheetBoxes.tsx';
import { handleSheetKey, SHEET_FIELDS } from './sheet-focus.ts';
import type { SavePhase, SheetSaver } from './sheet-saver.ts';
import { SheetRowState } from './SheetRowState.tsx';
import { changedDraft } from './use-sheet-paste.ts';

export interface SheetRowProps {
  readonly row: DaySheetRow;
  readonly index: number;
  readonly date: string;
  readonly phase: SavePhase | undefined;
  readonly savedBy: string;
  readonly save: SheetSaver['save'];
  readonly forget: SheetSaver['forget'];
  readonly onTouched: (wellId: string) => void;
}

/** How many numbers a row has, for `SHEET_COLUMNS`; on an element around the rows. */
export const SHEET_STYLE: CSSProperties = {
  '--sheet-numbers': String(SHEET_FIELDS.filter(isNumber).length),
};

/** The columns of a row and of the heading above them. */
export const SHEET_COLUMNS =
  'md:grid-cols-[minmax(9rem,1.3fr)_repeat(var(--sheet-numbers),minmax(6.5rem,8.5rem))_minmax(7rem,1fr)_8rem]';

function SheetRowUnmemoised(props: SheetRowProps) {
  const { daySheetTexts } = useWords();
  const { row, index, date, phase, savedBy, save, forget, onTouched } = props;
  const { wellId, wellName, wellStatus, takesReading, record, previous } = row;
  const [draft, setDraft] = useDraft({ wellId, date });
  const [isComparing, setIsComparing] = useState(false);
  const estimate = record !== null && record.estimatedFrom !== null ? record : null;
  const start = record === null ? emptyEntry(date) : entryTextOf(record);
  const text: VolumesText = draft ?? start;
  const failed = phase?.kind === 'FAILED' ? phase : null;
  const isSaving = phase?.kind === 'SAVING';

  const change = (changed: Partial<VolumesText>) => {
    setDraft(changedDraft(row, date, draft, changed));
    forget(wellId);
  };
  const submit = () => {
    if (draft === null || isSaving) return;
    onTouched(wellId);
    void save(row, volumesOf(draft), draft.base).then((isSaved) => {
      if (isSaved) setIsComparing(false);
    });
  };

  return (
    <li
      className={cx(draft !== null && failed === null && 'bg-attention-soft/40', '[content-visibility:auto]')}
    >
      <div
        role="group"
        aria-label={wellName}
        className={cx(
          'grid grid-cols-3 gap-x-2 gap-y-2 px-4 py-3 md:gap-x-3 md:items-start md:py-2',
          SHEET_COLUMNS,
        )}
      >
        <div className="col-span-2 flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 md:col-span-1 md:min-h-control">
          <Link
            href={`/wells/${wellId}`}
            tabIndex={-1}
            title={wellName}
            className="truncate text-sm font-medium hover:underline"
          >
            {wellName}
          </Link>
          {wellStatus !== 'ACTIVE' && <WellStatusBadge status={wellStatus} />}
        </div>
        {!takesReading ? (
          <p className="col-span-full text-sm text-ink-subtle md:col-span-4 md:pt-1.5">
            {daySheetTexts.pluggedHint}
          </p>
        ) : (
          <>
            <div className="flex justify-end md:order-last">
              <SheetRowState
                savedBy={savedBy}
                wellName={wellName}
                record={record}
                hasDraft={draft !== null}
                phase={phase}
                onSave={submit}
                onCompare={() => {
                  setIsComparing(true);
                }}
              />
            </div>
            {SHEET_FIELDS.map((field) => (
              <SheetBox
                key={field}
                field={field}
                wellName={wellName}
                row={index}
                text={text[field]}
                previous={previous}
                estimate={estimate}
                isInvalid={failed?.errors.some(({ path }) => path === field) ?? false}
                onChange={(value) => {
                  change({ [field]: value });
                }}
                onKeyDown={(event) => {
                  handleSheetKey(event, index, field, submit);
                }}
              />
            ))}
          </>
        )}
        {failed !== null && (
          <p role="alert" className="order-last col-span-full text-xs text-bad">
            {failed.message}
          </p>
        )}
      </div>
      {isComparing && failed?.conflict && (
        <ConflictDialog
          wellName={wellName}
          {...failed.conflict}
          saving={isSaving}
          error={null}
          onKeepTheirs={() => {
            setDraft(null);
            forget(wellId);
            setIsComparing(false);
          }}
          onSaveMine={() => {
            if (failed.conflict !== null) void save(row, volumesOf(text), failed.conflict.theirs);
          }}
          onDecideLater={() => {
            setIsComparing(false);
          }}
        />
      )}
    </li>
  );
}

export const SheetRow = memo(SheetRowUnmemoised);

const volumesOf = (text: VolumesText): VolumesText => pickFields(PRODUCTION_VALUES, text);
