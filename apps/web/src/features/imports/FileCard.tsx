'use client';

import { MAX_IMPORT_BYTES } from '@wellpulse/contracts';
import { Card } from '@wellpulse/ui';
import { FileSpreadsheet } from 'lucide-react';
import { FileDrop } from '../../components/FileDrop.tsx';

export interface FileCardProps {
  readonly file: File | null;
  readonly onFileChosen: (file: File) => void;
}

export function FileCard({ file, onFileChosen }: FileCardProps) {
  return (
    <Card>
      <FileDrop
        label="CSV file"
        prompt="Choose a CSV file"
        icon={FileSpreadsheet}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        maxBytes={MAX_IMPORT_BYTES}
        tooLarge="A file has at most 200 MB: split it."
        file={file}
        onFileChosen={onFileChosen}
      />
    </Card>
  );
}
