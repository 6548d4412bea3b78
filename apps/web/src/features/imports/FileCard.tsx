'use client';

import { MAX_IMPORT_BYTES } from '@wellpulse/contracts';
import { Card } from '@wellpulse/ui';
import { FileSpreadsheet } from 'lucide-react';
import { office } from '../../lib/language.ts';
import { FileDrop } from '../../components/FileDrop.tsx';

const texts = office.imports;

export interface FileCardProps {
  readonly file: File | null;
  readonly onFileChosen: (file: File) => void;
}

export function FileCard({ file, onFileChosen }: FileCardProps) {
  return (
    <Card>
      <FileDrop
        label={texts.file}
        prompt={texts.chooseFile}
        icon={FileSpreadsheet}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        maxBytes={MAX_IMPORT_BYTES}
        tooLarge={texts.tooLarge}
        file={file}
        onFileChosen={onFileChosen}
      />
    </Card>
  );
}
