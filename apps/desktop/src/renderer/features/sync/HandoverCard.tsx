/** The file by which entries travel where no network is: saved for another device, or read from one. */
import { OpenFileForm, SaveFileForm, useObserved } from '@wellpulse/forms';
import type { SavedFile } from '@wellpulse/forms/device';
import { Button, Card, Field, SecretInput, useFirstInvalid, useWords } from '@wellpulse/ui';
import { FileDown, FileUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Notice } from '../../components/Notice.tsx';
import { readAgain } from '../../lib/queries.ts';
import { ASKED_BY_MAIN, fileOpener, fileSaver, type ReadFile as Read } from './handover-files.ts';

const OF_A_FILE = { autoComplete: 'off', maxLength: 256 } as const;

export function HandoverCard() {
  const { deskWords } = useWords();
  return (
    <Card title={deskWords.handover}>
      <div className="flex flex-col gap-5">
        <p className="text-lg text-ink-muted">{deskWords.handoverHint}</p>
        <div className="flex flex-wrap gap-8">
          <SaveFile />
          <ReadFile />
        </div>
      </div>
    </Card>
  );
}

function SaveFile() {
  const words = useWords();
  const { deskWords } = words;
  const [form] = useState(() => new SaveFileForm(fileSaver));
  const [written, setWritten] = useState<SavedFile | null>(null);
  const [saved, setSaved] = useState<SavedFile | null>(null);
  useObserved(form, () => form.revision, 0);
  useEffect(() => window.wellpulse.on('handover', setWritten), []);
  const ref = useFirstInvalid(form.refusals);
  const contentOf = ({ events, photos }: SavedFile) => deskWords.content(events, photos);
  const problem = form.error(words);
  const save = async () => {
    setSaved(null);
    setWritten(null);
    setSaved(await form.submit(words));
  };
  return (
    <form
      ref={ref}
      className="flex min-w-0 flex-1 basis-80 flex-col gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3 className="text-lg font-semibold">{deskWords.saveFile}</h3>
      <Field
        label={deskWords.filePassphrase}
        hint={deskWords.filePassphraseHint}
        error={form.errorOf(words, 'passphrase')}
      >
        <SecretInput
          {...OF_A_FILE}
          value={form.text.passphrase}
          onChange={({ target }) => form.type({ passphrase: target.value })}
        />
      </Field>
      <Field label={deskWords.filePassphraseAgain} error={form.errorOf(words, 'again')}>
        <SecretInput
          {...OF_A_FILE}
          value={form.text.again}
          onChange={({ target }) => form.type({ again: target.value })}
        />
      </Field>
      <Button
        type="submit"
        size="field"
        className="self-start"
        icon={<FileUp aria-hidden />}
        loading={form.isSaving}
      >
        {deskWords.saveFile}
      </Button>
      {form.isSaving && written !== null && (
        <p role="status" className="text-lg">
          {deskWords.writtenSoFar(contentOf(written))}
        </p>
      )}
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
      {saved !== null && <Notice tone="accent">{deskWords.fileWritten(contentOf(saved))}</Notice>}
    </form>
  );
}

/** Main asks for the file once the passphrase is typed. */
function ReadFile() {
  const words = useWords();
  const { deskWords, partsNotRead } = words;
  const [form] = useState(() => new OpenFileForm(fileOpener, ASKED_BY_MAIN));
  const [read, setRead] = useState<Read | null>(null);
  useObserved(form, () => form.revision, 0);
  const ref = useFirstInvalid(form.refusals);
  const problem = form.error(words);
  const open = async () => {
    setRead(null);
    setRead(await form.submit());
    await readAgain();
  };
  return (
    <form
      ref={ref}
      className="flex min-w-0 flex-1 basis-80 flex-col gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h3 className="text-lg font-semibold">{deskWords.readFile}</h3>
      <Field label={deskWords.chosenPassphrase} error={form.missing(words).passphrase}>
        <SecretInput
          {...OF_A_FILE}
          value={form.passphrase}
          onChange={({ target }) => {
            form.type(target.value);
          }}
        />
      </Field>
      <Button
        type="submit"
        size="field"
        className="self-start"
        icon={<FileDown aria-hidden />}
        loading={form.isOpening}
      >
        {deskWords.readFile}
      </Button>
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
      {read !== null && (
        <Notice tone="accent">
          {[
            deskWords.fileRead(read.deviceName, deskWords.content(read.events, read.photos), read.known),
            ...(read.unread === 0 ? [] : [partsNotRead(read.unread)]),
          ].join(' ')}
        </Notice>
      )}
    </form>
  );
}
