'use client';

import { Button } from '../../components/buttons/Button.tsx';
import { useWords } from '../../lib/words-context.tsx';
import { TimelineEntry, type LogShown, type TimelineEntryProps } from './TimelineEntry.tsx';

export interface MaintenanceTimelineProps<Log extends LogShown> extends Omit<
  TimelineEntryProps<Log>,
  'entry'
> {
  readonly label: string;
  /** Newest first. */
  readonly entries: readonly Log[];
  /** Left out where there are no older ones. */
  readonly onShowOlder?: (() => void) | undefined;
  readonly loadingOlder?: boolean;
}

/**
 * What was done, newest first.
 *
 * @example
 * <MaintenanceTimeline label="Maintenance" entries={entries} withItem moment={moment} linkTo={linkTo} renderPhotos={photosOf} />
 */
export function MaintenanceTimeline<Log extends LogShown>({
  label,
  entries,
  onShowOlder,
  loadingOlder = false,
  ...shared
}: MaintenanceTimelineProps<Log>) {
  const { maintenanceTexts } = useWords();
  return (
    <>
      <ol aria-label={label} className="flex flex-col px-4 py-4">
        {entries.map((entry) => (
          <TimelineEntry key={entry.id} entry={entry} {...shared} />
        ))}
      </ol>
      {onShowOlder !== undefined && (
        <div className="flex justify-center pb-4">
          <Button loading={loadingOlder} onClick={onShowOlder}>
            {maintenanceTexts.showOlder}
          </Button>
        </div>
      )}
    </>
  );
}
