'use client';

import { Button, Card, Progress } from '@wellpulse/ui';
import { words } from '../../lib/language.ts';
import { useImportProgress } from '../live/LiveProvider.tsx';
import type { ImportRun } from './use-import.ts';

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
            {isUploading ? 'Sending the file' : run.dryRun ? 'Trying it out' : 'Importing'}
          </p>
          {isUploading ? (
            <Progress label="Sent" value={run.sent} max={run.total} />
          ) : (
            <Progress label="Read by the server" value={share === null ? null : share * 100} />
          )}
          <p className="num mt-2 text-xs text-ink-muted">
            {isUploading
              ? `${words.formatBytes(run.sent)} of ${words.formatBytes(run.total)}`
              : progress === null
                ? 'Waiting for the server'
                : `${words.formatCount(progress.rows)} rows · ${words.formatCount(progress.taken)} taken · ${words.formatCount(progress.refused)} refused`}
          </p>
        </div>
        {isUploading && <Button onClick={onCancel}>Cancel</Button>}
      </div>
    </Card>
  );
}
