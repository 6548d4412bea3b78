/** The file by which entries travel where no network is: saved for another device, or read from one. */
import { SaveFileForm, useObserved } from '@wellpulse/forms';
import type { SavedFile } from '@wellpulse/forms/device';
import { Button, Card, Field, Input, useWords } from '@wellpulse/ui';
import { FileDown, FileUp } from 'lucide-react';
import { useEffect, useRef, useState, type ComponentProps } from 'react';
import { Notice } from '../../components/Notice.tsx';
import { call, problemSentence } from '../../lib/bridge.ts';
import { readAgain } from '../../lib/queries.ts';
import { fileSaver } from './file-saver.ts';

type Said = { readonly tone: 'accent' | 'bad'; readonly text: string } | null;

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
  const contentOf = ({ events, photos }: SavedFile) => deskWords.content(events, photos);
  const problem = form.error(words);
  const save = async () => {
    setSaved(null);
    setWritten(null);
    setSaved(await form.submit(words));
  };
  return (
    <form
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
          value={form.text.passphrase}
          onChange={({ target }) => form.type({ passphrase: target.value })}
        />
      </Field>
      <Field label={deskWords.filePassphraseAgain} error={form.errorOf(words, 'again')}>
        <SecretInput value={form.text.again} onChange={({ target }) => form.type({ again: target.value })} />
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

/** Main asks for the file once the passphrase is typed: where it stands is never told here. */
function ReadFile() {
  const words = useWords();
  const { deskWords, exportFileErrors, formMessages, partsNotRead } = words;
  const box = useRef<HTMLInputElement>(null);
  const [isReading, setIsReading] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const [said, setSaid] = useState<Said>(null);

  const answerTo = async (passphrase: string): Promise<Said> => {
    const done = await call('handover.import', { passphrase });
    if (done.kind === 'CANCELLED') return null;
    if (done.kind === 'FAILED') return { tone: 'bad', text: exportFileErrors[done.code] };
    const content = deskWords.content(done.events, done.photos);
    const read = deskWords.fileRead(done.deviceName, content, done.known);
    return { tone: 'accent', text: done.unread === 0 ? read : `${read} ${partsNotRead(done.unread)}` };
  };

  const read = async () => {
    if (isReading) return;
    const passphrase = box.current?.value ?? '';
    setSaid(null);
    setIsMissing(passphrase === '');
    if (passphrase === '') {
      box.current?.focus();
      return;
    }
    setIsReading(true);
    try {
      setSaid(await answerTo(passphrase));
      await readAgain();
    } catch (error) {
      setSaid({ tone: 'bad', text: problemSentence(words, error) });
    } finally {
      setIsReading(false);
    }
  };

  return (
    <form
      className="flex min-w-0 flex-1 basis-80 flex-col gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void read();
      }}
    >
      <h3 className="text-lg font-semibold">{deskWords.readFile}</h3>
      <Field
        label={deskWords.chosenPassphrase}
        error={isMissing ? formMessages.passphraseMissing : undefined}
      >
        <SecretInput ref={box} />
      </Field>
      <Button
        type="submit"
        size="field"
        className="self-start"
        icon={<FileDown aria-hidden />}
        loading={isReading}
      >
        {deskWords.readFile}
      </Button>
      {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
    </form>
  );
}

const SecretInput = (props: ComponentProps<typeof Input>) => (
  <Input {...props} type="password" autoComplete="off" maxLength={256} />
);
