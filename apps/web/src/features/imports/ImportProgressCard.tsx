'use client';

import { Button, Card, Progress } from '@wellpulse/ui';
import { office, words } from '../../lib/language.ts';
import { useImportProgress } from '../live/LiveProvider.tsx';
import type { ImportRun } from '@wellpulse/forms';

const texts = office.imports;

export interface ImportProgressCardProps {
  readonly run: ImportRun;
  readonly onCancel: () => void;
}

/** First the file goes to the server, then the server goes through it. */
export function ImportProgressCard({ run, onCancel }: ImportProgressCardProps) {
  const progress = useImportProgress(run.importId);
  const isUploading = progress === null && run.sent < run.total;
  const share =
    progress === null || progress.bytesTotal === null ? null : progress.bytesRead / progress.bytesTotal;
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-60 flex-1">
          <p role="status" className="mb-2 text-sm font-medium">
            {isUploading ? texts.sending : run.dryRun ? texts.tryingOut : texts.importing}
          </p>
          {isUploading ? (
            <Progress label={texts.sent} value={run.sent} max={run.total} />
          ) : (
            <Progress label={texts.readByServer} value={share === null ? null : share * 100} />
          )}
          <p className="num mt-2 text-xs text-ink-muted">
            {isUploading
              ? texts.sentOf(words.formatBytes(run.sent), words.formatBytes(run.total))
              : progress === null
                ? texts.waiting
                : texts.progress(progress.rows, progress.taken, progress.refused)}
          </p>
        </div>
        {isUploading && <Button onClick={onCancel}>{words.listWords.cancel}</Button>}
      </div>
    </Card>
  );
}
