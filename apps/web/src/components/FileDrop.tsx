'use client';

import { cx, useWords, FormAlert } from '@wellpulse/ui';
import { FileUp, type LucideIcon } from 'lucide-react';
import { useState } from 'react';

export interface FileDropProps {
  /** Names the control. */
  readonly label: string;
  /** Said while no file is chosen. */
  readonly prompt: string;
  /** Stands beside a chosen file. */
  readonly icon: LucideIcon;
  /** As an `input` takes it. */
  readonly accept: string;
  readonly maxBytes: number;
  /** What to do with a larger one. */
  readonly tooLarge: string;
  readonly file: File | null;
  readonly onFileChosen: (file: File) => void;
}

/** A file, chosen or dropped. */
export function FileDrop(props: FileDropProps) {
  const { label, prompt, icon, accept, maxBytes, tooLarge, file, onFileChosen } = props;
  const { formatBytes, listWords } = useWords();
  const [isOver, setIsOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first === undefined) return;
    const isTooLarge = first.size > maxBytes;
    setRefused(isTooLarge ? listWords.fileTooLarge(first.name, formatBytes(first.size), tooLarge) : null);
    if (!isTooLarge) onFileChosen(first);
  };
  const Icon = file === null ? FileUp : icon;
  return (
    <>
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
          <span className="block truncate text-sm font-medium">{file?.name ?? prompt}</span>
          <span className="block text-xs text-ink-muted">
            {file === null ? listWords.dropFile : listWords.dropOther(formatBytes(file.size))}
          </span>
        </span>
        <input
          type="file"
          aria-label={label}
          accept={accept}
          className="sr-only"
          onChange={(event) => {
            take(event.target.files);
            // The same file can be chosen again after it was corrected.
            event.target.value = '';
          }}
        />
      </label>
      {refused !== null && (
        <div className="mt-3">
          <FormAlert>{refused}</FormAlert>
        </div>
      )}
    </>
  );
}
