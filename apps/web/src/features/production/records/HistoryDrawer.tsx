'use client';

import type { ProductionRecord, Well } from '@wellpulse/contracts';
import { Drawer, useWords } from '@wellpulse/ui';
import { GitCompareArrows } from 'lucide-react';
import { Link } from '../../../components/Link.tsx';
import { RecordHistory } from '../../audit/RecordHistory.tsx';
import { PhotoGrid } from '../../photos/PhotoGrid.tsx';
import { useReadingPhotos } from '../../../queries/photo-queries.ts';
import { useConflictCount } from '../../../queries/conflict-queries.ts';
import { useHistory } from '../../../queries/production-queries.ts';

export interface HistoryDrawerProps {
  readonly well: Well;
  readonly record: ProductionRecord;
  readonly onClose: () => void;
}

function RecordPhotos({ record }: { record: ProductionRecord }) {
  const words = useWords();
  const { data: photos = [] } = useReadingPhotos(record);
  if (photos.length === 0) return null;
  return (
    <section aria-label={words.readingWords.photos} className="mb-4">
      <PhotoGrid
        photos={photos}
        wellId={record.wellId}
        label={words.readingWords.photosOf(words.formatDay(record.productionDate))}
      />
    </section>
  );
}

/** The life of one day's record, and its photos. */
export function HistoryDrawer({ well, record, onClose }: HistoryDrawerProps) {
  const words = useWords();
  const { productionTexts } = words;
  const conflicts = useConflictCount({ recordId: record.id }) ?? 0;
  const query = useHistory(well.id, record.id);
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={words.controlTexts.history}
      description={`${well.name}, ${words.formatDayFull(record.productionDate)}`}
    >
      {conflicts > 0 && (
        <Link
          href={`/conflicts?status=ALL&record=${record.id}`}
          onClick={onClose}
          className="mb-4 flex items-center gap-2 rounded-md bg-attention-soft px-3 py-2 text-sm text-attention hover:underline"
        >
          <GitCompareArrows aria-hidden className="size-4 shrink-0" />
          {productionTexts.conflictsOfRecord(conflicts)}
        </Link>
      )}
      <RecordPhotos record={record} />
      <RecordHistory query={query} />
    </Drawer>
  );
}
