'use client';

/** One well on the day's sheet: what was there the day before, the boxes, and whether it is saved. */
import type { DaySheetRow } from '@wellpulse/contracts';
import {
  errorOfBox,
  isNumber,
  knownOfRow,
  phaseSentence,
  textOf,
  useObserved,
  type DaySheetForm,
} from '@wellpulse/forms';
import { cx } from '../../lib/cx.ts';
import { QuestionNote } from '../../forms/production/QuestionNote.tsx';
import { useWords } from '../../lib/words-context.tsx';
import { WellStatusBadge } from '../../components/display/WellStatusBadge.tsx';
import { memo, useState, type CSSProperties } from 'react';
import { EntryConflict } from '../production/EntryConflict.tsx';
import { SheetBox } from './SheetBoxes.tsx';
import { handleSheetKey, SHEET_FIELDS, type SheetField } from './sheet-focus.ts';
import type { SheetHost } from './sheet-host.ts';
import { SheetRowState } from './SheetRowState.tsx';

export interface SheetRowProps {
  readonly host: SheetHost;
  readonly sheet: DaySheetForm<unknown>;
  readonly row: DaySheetRow;
  readonly index: number;
  readonly date: string;
}

/** How many numbers a row has, for `SHEET_COLUMNS`; on an element around the rows. */
export const SHEET_STYLE: CSSProperties = {
  '--sheet-numbers': String(SHEET_FIELDS.filter(isNumber).length),
};

/** The columns of a row and of the heading above them. On a tablet the state stands under the well's name. */
export const SHEET_COLUMNS =
  'md:grid-cols-[minmax(8.5rem,1.3fr)_repeat(var(--sheet-numbers),minmax(7.25rem,8.5rem))_minmax(6rem,1fr)] ' +
  'xl:grid-cols-[minmax(9rem,1.3fr)_repeat(var(--sheet-numbers),minmax(8rem,9.5rem))_minmax(7rem,1fr)_8rem]';

function SheetRowUnmemoised({ host, sheet, row, index, date }: SheetRowProps) {
  const words = useWords();
  const { daySheetTexts } = words;
  const { desk, moment, linkTo: LinkToPlace } = host;
  const { today } = moment;
  const isToday = date === today;
  const { wellId, wellName, wellStatus, takesReading, record, previous } = row;
  const known = knownOfRow(row, date);
  const draft = useObserved(desk, () => desk.draft(known), null);
  const phase = useObserved(desk, () => desk.phase(known), null);
  const [isComparing, setIsComparing] = useState(false);
  const estimate = record !== null && record.estimatedFrom !== null ? record : null;
  const text = textOf(known, draft);
  const questions = phase?.kind === 'ASKED' ? phase.questions : [];
  const said = phase?.kind === 'ASKED' ? null : phaseSentence(words, phase, isToday);
  const save = () => sheet.save(row, { words, today }).staysAt;
  const type = (field: SheetField, value: string) => {
    desk.type(known, { [field]: value });
  };

  return (
    <li
      className={cx(draft !== null && said === null && 'bg-attention-soft/40', '[content-visibility:auto]')}
    >
      <div
        role="group"
        aria-label={wellName}
        data-well={wellId}
        className={cx(
          'grid grid-cols-3 gap-x-2 gap-y-2 px-4 py-3 md:gap-y-1 md:py-0.5 xl:gap-x-3',
          SHEET_COLUMNS,
        )}
      >
        <div className="col-span-2 flex min-w-0 flex-wrap items-center gap-x-2 md:col-span-1 md:row-start-1 md:min-h-control md:max-xl:content-center">
          <LinkToPlace
            place={{ kind: 'WELL', wellId }}
            tabIndex={-1}
            title={wellName}
            className="truncate text-sm font-medium hover:underline"
          >
            {wellName}
          </LinkToPlace>
          {wellStatus !== 'ACTIVE' && <WellStatusBadge status={wellStatus} />}
        </div>
        {!takesReading ? (
          <p className="col-span-full text-sm text-ink-subtle md:col-span-4 md:self-center">
            {daySheetTexts.pluggedHint}
          </p>
        ) : (
          <>
            <div className="flex justify-end md:max-xl:order-last md:max-xl:col-start-1 md:max-xl:row-start-2 md:max-xl:-mt-2 md:max-xl:justify-start xl:order-last">
              <SheetRowState
                host={host}
                wellName={wellName}
                record={record}
                hasDraft={draft !== null}
                phase={phase}
                onSave={() => void save()}
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
                varianceThresholdPercent={host.varianceThresholdPercent}
                previous={previous}
                estimate={estimate}
                isInvalid={errorOfBox(words, phase, field) !== undefined}
                isAsked={questions.some((question) => question.field === field)}
                onChange={(value) => {
                  type(field, value);
                }}
                onBlur={() => {
                  desk.leave(known, field, { words });
                }}
                onKeyDown={(event) => {
                  handleSheetKey(event, index, field, save);
                }}
              />
            ))}
          </>
        )}
        {said !== null && (
          <p role="alert" className="order-last col-span-full pb-1 text-xs text-bad">
            {said}
          </p>
        )}
        {questions.map((question) => (
          <div key={question.field} className="order-last col-span-full pb-1">
            <QuestionNote
              question={question}
              isToday={isToday}
              onTake={(value) => {
                type(question.field, value);
              }}
            />
          </div>
        ))}
      </div>
      {isComparing && (
        <EntryConflict
          desk={desk}
          timeZone={moment.timeZone}
          nameOf={host.nameOf}
          wellName={wellName}
          place={known}
          onDecideLater={() => {
            setIsComparing(false);
          }}
        />
      )}
    </li>
  );
}

export const SheetRow = memo(SheetRowUnmemoised);
