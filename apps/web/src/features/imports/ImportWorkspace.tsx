'use client';

import { refusalSentence, type MappedFile, type ImportForm } from '@wellpulse/forms';
import { Button, Card, FormAlert } from '@wellpulse/ui';
import { FlaskConical, Upload } from 'lucide-react';
import { office, words } from '../../lib/language.ts';
import { ImportProgressCard } from './ImportProgressCard.tsx';
import { ImportResultCard } from './ImportResultCard.tsx';
import { MappingFields } from './MappingFields.tsx';
import { PreviewTable } from './PreviewTable.tsx';

const texts = office.imports;

export interface ImportWorkspaceProps {
  readonly form: ImportForm<File>;
  readonly chosen: MappedFile<File>;
}

export function ImportWorkspace({ form, chosen }: ImportWorkspaceProps) {
  const { run, result, trouble } = form;
  const outcome = form.outcome(words);
  const notReadable = form.notReadable(words);
  return (
    <>
      <Card title={texts.reading} description={texts.remembered}>
        <fieldset disabled={run !== null} className="min-w-0">
          <MappingFields form={form} chosen={chosen} />
        </fieldset>
      </Card>
      <PreviewTable preview={chosen.preview} mapping={outcome?.ok === true ? outcome.value : null} />
      {notReadable.length > 0 && <FormAlert>{texts.notReadable(notReadable.join('. '))}</FormAlert>}
      {trouble !== null && <FormAlert>{refusalSentence(words, trouble)}</FormAlert>}
      {run === null ? (
        <div className="flex flex-wrap justify-end gap-2">
          <Button
            size="lg"
            icon={<FlaskConical aria-hidden />}
            onClick={() => void form.start(words, { dryRun: true })}
          >
            {texts.tryOut}
          </Button>
          <Button
            size="lg"
            variant="primary"
            icon={<Upload aria-hidden />}
            onClick={() => void form.start(words, { dryRun: false })}
          >
            {texts.import}
          </Button>
        </div>
      ) : (
        <ImportProgressCard
          run={run}
          onCancel={() => {
            form.cancel();
          }}
        />
      )}
      {result !== null && run === null && (
        <ImportResultCard
          result={result}
          fileName={chosen.file.name}
          onImport={() => void form.start(words, { dryRun: false })}
        />
      )}
    </>
  );
}
