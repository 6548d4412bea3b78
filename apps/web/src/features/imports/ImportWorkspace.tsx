'use client';

import { Button, Card, FormAlert } from '@wellpulse/ui';
import { FlaskConical, Upload } from 'lucide-react';
import { useMemo, useState } from 'react';
import { office, words } from '../../lib/language.ts';
import { NO_MESSAGES } from '../../lib/form-messages.ts';
import { fieldMessages, problemSentence } from '../../lib/problem-words.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import type { Delimiter } from '@wellpulse/domain';
import type { CsvPreview } from './csv-preview.ts';
import { ImportProgressCard } from './ImportProgressCard.tsx';
import { ImportResultCard } from './ImportResultCard.tsx';
import { MappingFields } from './MappingFields.tsx';
import { toMapping, type MappingForm } from './mapping-form.ts';
import { PreviewTable } from './PreviewTable.tsx';
import { rememberMapping } from './remembered-mapping.ts';
import { useImport } from './use-import.ts';

const texts = office.imports;

export interface ImportWorkspaceProps {
  readonly file: File;
  readonly preview: CsvPreview;
  readonly initial: MappingForm;
  readonly onDelimiterChange: (delimiter: Delimiter) => void;
}

export function ImportWorkspace({ file, preview, initial, onDelimiterChange }: ImportWorkspaceProps) {
  const { tenant } = useSession();
  const [form, setForm] = useState(initial);
  const [isTried, setIsTried] = useState(false);
  const { start, cancel, run, result, error } = useImport(file);
  const outcome = useMemo(() => toMapping(form, preview), [form, preview]);
  // Errors show once somebody has tried to go on, and then as they are.
  const wrong = isTried && !outcome.ok ? outcome.wrong : NO_MESSAGES;
  const refused = Object.fromEntries(
    Object.entries(fieldMessages(words, error)).map(([path, message]) => [
      path.replace(/^mapping\./, ''),
      message,
    ]),
  );
  const isRunning = run !== null;

  const begin = (dryRun: boolean) => {
    setIsTried(true);
    if (!outcome.ok) return;
    rememberMapping(tenant.id, preview, form);
    start(outcome.mapping, dryRun);
  };

  return (
    <>
      <Card title={texts.reading} description={texts.remembered}>
        <fieldset disabled={isRunning} className="min-w-0">
          <MappingFields
            preview={preview}
            form={form}
            messages={{ ...wrong, ...refused }}
            onChange={(change) => {
              setForm({ ...form, ...change });
            }}
            onDelimiterChange={onDelimiterChange}
          />
        </fieldset>
      </Card>
      <PreviewTable preview={preview} outcome={outcome} />
      {isTried && !outcome.ok && (
        <FormAlert>{texts.notReadable(Object.values(outcome.wrong).join('. '))}</FormAlert>
      )}
      {error !== null && <FormAlert>{problemSentence(words, error)}</FormAlert>}
      {run === null ? (
        <div className="flex flex-wrap justify-end gap-2">
          <Button
            size="lg"
            icon={<FlaskConical aria-hidden />}
            onClick={() => {
              begin(true);
            }}
          >
            {texts.tryOut}
          </Button>
          <Button
            size="lg"
            variant="primary"
            icon={<Upload aria-hidden />}
            onClick={() => {
              begin(false);
            }}
          >
            {texts.import}
          </Button>
        </div>
      ) : (
        <ImportProgressCard run={run} onCancel={cancel} />
      )}
      {result !== null && run === null && (
        <ImportResultCard
          result={result}
          fileName={file.name}
          onImport={() => {
            begin(false);
          }}
        />
      )}
    </>
  );
}
