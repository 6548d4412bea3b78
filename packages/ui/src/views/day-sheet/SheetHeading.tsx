'use client';

/** How far the day is, saving all that waits, and the names of the columns. Its height never changes: what is below stays in its place. */
import { factsOf, type DaySheetRow } from '@wellpulse/contracts';
import { isNumber, useObserved, type DaySheetForm } from '@wellpulse/forms';
import { Button } from '../../components/buttons/Button.tsx';
import { cx } from '../../lib/cx.ts';
import { Kbd } from '../../components/display/Kbd.tsx';
import { Progress } from '../../components/display/Progress.tsx';
import { swallowHeldEnter } from '../../lib/held-enter.ts';
import { useWords } from '../../lib/words-context.tsx';
import { focusWell, SHEET_FIELDS } from './sheet-focus.ts';
import type { SheetHost } from './sheet-host.ts';
import { SHEET_COLUMNS, SHEET_STYLE } from './SheetRow.tsx';

export interface SheetHeadingProps {
  readonly host: SheetHost;
  readonly sheet: DaySheetForm<unknown>;
  readonly rows: readonly DaySheetRow[];
}

export function SheetHeading({ host, sheet, rows }: SheetHeadingProps) {
  const words = useWords();
  const { daySheetTexts } = words;
  // None on the server: it knows no drafts.
  const unsaved = useObserved(host.desk, () => sheet.waiting(rows).length, 0);
  const { expected, entered } = sheet.progress(rows);

  const saveAll = async () => {
    const first = await sheet.saveAll(rows, { words, today: host.moment.today });
    if (first !== null) focusWell(first.wellId);
  };

  return (
    <>
      <div
        onKeyDownCapture={swallowHeldEnter}
        className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5 md:flex"
      >
        <p className="num text-sm whitespace-nowrap max-md:whitespace-normal">
          <span className="font-semibold">{words.formatCount(entered)}</span>
          <span className="text-ink-muted"> {daySheetTexts.ofActiveWells(expected)}</span>
        </p>
        <Button
          variant="primary"
          loading={sheet.isSavingAll}
          onClick={() => void saveAll()}
          className={cx('md:order-last', unsaved === 0 && 'invisible')}
        >
          {daySheetTexts.saveWells(Math.max(1, unsaved))}
        </Button>
        <Progress
          label={daySheetTexts.entered}
          value={entered}
          max={expected}
          tone={entered === expected ? 'good' : 'accent'}
          className="col-span-full min-w-24 md:max-w-60 md:flex-1"
        />
        <p className="ml-auto hidden items-center gap-1.5 text-xs text-ink-subtle lg:flex [&>kbd]:shrink-0">
          <Kbd>Enter</Kbd> {daySheetTexts.keySaves}
        </p>
      </div>
      <div
        aria-hidden
        style={SHEET_STYLE}
        className={cx(
          'hidden gap-x-2 border-b border-line px-4 py-2 text-xs font-medium text-ink-muted md:grid xl:gap-x-3',
          SHEET_COLUMNS,
        )}
      >
        <span>{daySheetTexts.well}</span>
        {SHEET_FIELDS.map((field) => (
          <span key={field} className={isNumber(field) ? 'text-right' : undefined}>
            {[words.fieldLabel('production', field), factsOf('production', field)?.unit]
              .filter(Boolean)
              .join(', ')}
          </span>
        ))}
        <span className="hidden text-right xl:block">{daySheetTexts.state}</span>
      </div>
    </>
  );
}
