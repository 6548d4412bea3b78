'use client';

/** A file of daily production: chosen, mapped with its first rows in view, tried out, and taken. */
import { ErrorState, PageHeader } from '@wellpulse/ui';
import { office } from '../../lib/language.ts';
import { FileCard } from './FileCard.tsx';
import { ImportWorkspace } from './ImportWorkspace.tsx';
import { useImportForm } from './use-import-form.ts';

const texts = office.imports;

export function ImportPage() {
  const form = useImportForm();
  const { chosen, unreadable } = form;
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={office.pages.names.import} description={texts.about} />
      <FileCard file={chosen?.file ?? null} onFileChosen={(file) => void form.choose(file)} />
      {unreadable !== null && (
        <ErrorState
          problem={{
            title: texts.notImportable,
            detail: (unreadable.why === 'EMPTY' ? texts.isEmpty : texts.unreadable)(unreadable.name),
          }}
        />
      )}
      {chosen !== null && <ImportWorkspace form={form} chosen={chosen} />}
    </div>
  );
}
