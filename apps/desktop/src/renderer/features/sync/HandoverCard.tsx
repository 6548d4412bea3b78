/** The file by which entries travel where no network is: saved for another device, or read from one. */
import { Button, Card, Field, Input, useWords } from '@wellpulse/ui';
import { FileDown, FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Notice } from '../../components/Notice.tsx';
import { call, problemSentence } from '../../lib/bridge.ts';
import { readAgain } from '../../lib/queries.ts';

type Deed = 'handover.export' | 'handover.import';
type Said = { readonly tone: 'accent' | 'bad'; readonly text: string } | null;

export function HandoverCard() {
  const words = useWords();
  const { deskWords, exportFileErrors, partsNotRead } = words;
  const box = useRef<HTMLInputElement>(null);
  const [running, setRunning] = useState<Deed | null>(null);
  const [written, setWritten] = useState<{ events: number; photos: number } | null>(null);
  const [said, setSaid] = useState<Said>(null);
  useEffect(() => window.wellpulse.on('handover', setWritten), []);

  const say = async (deed: Deed, passphrase: string): Promise<Said> => {
    const done = await call(deed, { passphrase });
    if (done.kind === 'CANCELLED') return null;
    if (done.kind === 'FAILED') return { tone: 'bad', text: exportFileErrors[done.code] };
    const content = deskWords.content(done.events, done.photos);
    if (!('deviceName' in done)) return { tone: 'accent', text: deskWords.fileWritten(content) };
    const read = deskWords.fileRead(done.deviceName, content, done.known);
    return { tone: 'accent', text: done.unread === 0 ? read : `${read} ${partsNotRead(done.unread)}` };
  };

  const run = async (deed: Deed) => {
    const passphrase = box.current?.value ?? '';
    if (passphrase === '') {
      setSaid({ tone: 'bad', text: exportFileErrors.WEAK_PASSPHRASE });
      box.current?.focus();
      return;
    }
    setRunning(deed);
    setSaid(null);
    setWritten(null);
    try {
      setSaid(await say(deed, passphrase));
      await readAgain();
    } catch (error) {
      setSaid({ tone: 'bad', text: problemSentence(words, error) });
    } finally {
      setRunning(null);
      setWritten(null);
    }
  };

  return (
    <Card title={deskWords.handover}>
      <div className="flex flex-col gap-5">
        <p className="text-lg text-ink-muted">{deskWords.handoverHint}</p>
        <Field label={deskWords.filePassphrase} hint={deskWords.filePassphraseHint}>
          <Input ref={box} type="password" autoComplete="off" maxLength={256} />
        </Field>
        <div className="flex flex-wrap gap-5">
          <Button
            size="field"
            icon={<FileUp aria-hidden />}
            loading={running === 'handover.export'}
            disabled={running === 'handover.import'}
            onClick={() => void run('handover.export')}
          >
            {deskWords.saveFile}
          </Button>
          <Button
            size="field"
            icon={<FileDown aria-hidden />}
            loading={running === 'handover.import'}
            disabled={running === 'handover.export'}
            onClick={() => void run('handover.import')}
          >
            {deskWords.readFile}
          </Button>
        </div>
        {written !== null && (
          <p role="status" className="text-lg">
            {deskWords.writtenSoFar(deskWords.content(written.events, written.photos))}
          </p>
        )}
        {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      </div>
    </Card>
  );
}
