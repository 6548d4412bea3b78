'use client';

/** A file of daily production: chosen, mapped with its first rows in view, tried out, and taken. */
import { ErrorState, PageHeader } from '@wellpulse/ui';
import { useState } from 'react';
import { office } from '../../lib/language.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import type { Delimiter } from '@wellpulse/domain';
import { readPreview, type CsvPreview } from './csv-preview.ts';
import { FileCard } from './FileCard.tsx';
import { ImportWorkspace } from './ImportWorkspace.tsx';
import { guessMapping, missingColumns, type MappingForm } from './mapping-form.ts';
import { rememberedMapping } from './remembered-mapping.ts';

const texts = office.imports;

interface Chosen {
  readonly file: File;
  readonly preview: CsvPreview;
  readonly form: MappingForm;
}

export function ImportPage() {
  const { tenant } = useSession();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);

  const choose = async (file: File, delimiter?: Delimiter) => {
    try {
      const preview = await readPreview(file, delimiter);
      if (preview.header.length === 0) {
        setChosen(null);
        setUnreadable(texts.isEmpty(file.name));
        return;
      }
      const remembered = rememberedMapping(tenant.id, preview);
      const isOfThisFile = remembered !== null && missingColumns(remembered, preview).length === 0;
      setUnreadable(null);
      setChosen({ file, preview, form: isOfThisFile ? remembered : guessMapping(preview) });
    } catch {
      setChosen(null);
      setUnreadable(texts.unreadable(file.name));
    }
  };

  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={office.pages.names.import} description={texts.about} />
      <FileCard file={chosen?.file ?? null} onFileChosen={(file) => void choose(file)} />
      {unreadable !== null && <ErrorState problem={{ title: texts.notImportable, detail: unreadable }} />}
      {chosen !== null && (
        <ImportWorkspace
          // Another file, or another delimiter, begins anew.
          key={`${chosen.file.name} ${chosen.file.lastModified} ${chosen.preview.delimiter}`}
          file={chosen.file}
          preview={chosen.preview}
          initial={chosen.form}
          onDelimiterChange={(delimiter) => void choose(chosen.file, delimiter)}
        />
      )}
    </div>
  );
}
