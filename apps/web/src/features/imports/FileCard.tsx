'use client';

import { MAX_IMPORT_BYTES } from '@wellpulse/contracts';
import { Card, cx, formatBytes } from '@wellpulse/ui';
import { FileSpreadsheet, FileUp } from 'lucide-react';
import { useState } from 'react';
import { FormProblem } from '../../components/FormProblem.tsx';

export interface FileCardProps {
  readonly file: File | null;
  readonly onFileChosen: (file: File) => void;
}

export function FileCard({ file, onFileChosen }: FileCardProps) {
  const [isOver, setIsOver] = useState(false);
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first === undefined) return;
    const isTooLarge = first.size > MAX_IMPORT_BYTES;
    setTooLarge(
      isTooLarge
        ? `${first.name} has ${formatBytes(first.size)}. A file has at most 200 MB: split it.`
        : null,
    );
    if (!isTooLarge) onFileChosen(first);
  };
  const Icon = file === null ? FileUp : FileSpreadsheet;
  return (
    <Card>
      <label
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => {
          setIsOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          take(event.dataTransfer.files);
        }}
        className={cx(
          'flex cursor-pointer items-center gap-4 rounded-lg border-2 border-dashed px-5 py-5 transition-colors',
          'focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent-text hover:bg-hover',
          isOver ? 'border-accent bg-accent-soft' : 'border-line-strong',
        )}
      >
        <Icon aria-hidden className="size-7 shrink-0 text-ink-subtle" />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm font-medium">{file?.name ?? 'Choose a CSV file'}</span>
          <span className="block text-xs text-ink-muted">
            {file === null ? 'or drop it here' : `${formatBytes(file.size)} · choose or drop another`}
          </span>
        </span>
        <input
          type="file"
          aria-label="CSV file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          className="sr-only"
          onChange={(event) => {
            take(event.target.files);
            // The same file can be chosen again after it was corrected.
            event.target.value = '';
          }}
        />
      </label>
      {tooLarge !== null && (
        <div className="mt-3">
          <FormProblem>{tooLarge}</FormProblem>
        </div>
      )}
    </Card>
  );
}
