/** The file by which entries travel where no network is: saved for another device, or read from one. */
import { OpenFileForm, SaveFileForm, useObserved, useWords } from '@wellpulse/forms';
import { deviceFileOpener, deviceFileSaver, type ChosenFile, type SavedFile } from '@wellpulse/forms/device';
import type { Imported } from '@wellpulse/offline';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { SecretBox } from '../../components/inputs/SecretBox.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { Title, Words } from '../../components/Words.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { readAgain } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { travelFiles } from '../../native/files/travel-files';

const ENDING = 'wellpulse';

export function HandoverScreen() {
  const { deskWords, phoneWords } = useWords();
  const { company } = useSession();
  return (
    <Screen top={<SyncBanner timeZone={company.timeZone} />}>
      <ScreenHead title={deskWords.handover} />
      <Words colour="ink-muted">{phoneWords.handoverHint}</Words>
      <SaveFile />
      <ReadFile />
    </Screen>
  );
}

function SaveFile() {
  const words = useWords();
  const { deskWords } = words;
  const { client } = usePhone();
  const [written, setWritten] = useState<SavedFile | null>(null);
  const [saved, setSaved] = useState<SavedFile | null>(null);
  const [form] = useState(
    () =>
      new SaveFileForm<SavedFile>(
        deviceFileSaver(client, (name, pieces) => travelFiles.save(name, pieces), setWritten),
      ),
  );
  useObserved(form, () => form.revision, 0);
  const problem = form.error(words);
  const contentOf = ({ events, photos }: SavedFile) => deskWords.content(events, photos);
  const save = async () => {
    setSaved(null);
    setSaved(await form.submit(words));
    setWritten(null);
  };
  return (
    <>
      <Title level={2}>{deskWords.saveFile}</Title>
      <SecretBox
        autoComplete="off"
        label={deskWords.filePassphrase}
        hint={deskWords.filePassphraseHint}
        error={form.errorOf(words, 'passphrase')}
        value={form.text.passphrase}
        onChangeText={(passphrase) => {
          form.type({ passphrase });
        }}
      />
      <SecretBox
        autoComplete="off"
        label={deskWords.filePassphraseAgain}
        error={form.errorOf(words, 'again')}
        value={form.text.again}
        onChangeText={(again) => {
          form.type({ again });
        }}
        onSubmitEditing={() => void save()}
      />
      {problem !== undefined && <Notice tone="bad" alert text={problem} />}
      {form.isSaving && written !== null && (
        <Words colour="ink-muted" figures>
          {deskWords.writtenSoFar(contentOf(written))}
        </Words>
      )}
      {saved !== null && <Notice tone="good" alert text={deskWords.fileWritten(contentOf(saved))} />}
      <Button
        kind="PRIMARY"
        label={deskWords.saveFile}
        icon={<Icon name="file" colour="accent-ink" />}
        busy={form.isSaving}
        onPress={() => void save()}
      />
    </>
  );
}

function ReadFile() {
  const words = useWords();
  const { deskWords, partsNotRead, phoneWords } = words;
  const { client } = usePhone();
  const [read, setRead] = useState<Imported | null>(null);
  const [form] = useState(() => new OpenFileForm<ChosenFile, Imported>(deviceFileOpener(client)));
  useObserved(form, () => form.revision, 0);
  const missing = form.missing(words);
  const problem = form.error(words) ?? missing.file;
  const choose = async () => {
    const file = await travelFiles.choose(ENDING);
    if (file !== null) form.choose(file);
  };
  const open = async () => {
    setRead(null);
    setRead(await form.submit());
    await readAgain();
  };
  return (
    <>
      <Title level={2}>{deskWords.readFile}</Title>
      <Button
        label={form.file?.name ?? phoneWords.chooseFile}
        icon={<Icon name="file" />}
        disabled={form.isOpening}
        onPress={() => void choose()}
      />
      <SecretBox
        autoComplete="off"
        label={deskWords.chosenPassphrase}
        error={missing.passphrase}
        value={form.passphrase}
        onChangeText={(passphrase) => {
          form.type(passphrase);
        }}
        onSubmitEditing={() => void open()}
      />
      {problem !== undefined && <Notice tone="bad" alert text={problem} />}
      {read !== null && (
        <Notice
          tone="good"
          alert
          text={[
            deskWords.fileRead(read.deviceName, deskWords.content(read.events, read.photos), read.known),
            ...(read.unread === 0 ? [] : [partsNotRead(read.unread)]),
          ].join(' ')}
        />
      )}
      <Button kind="PRIMARY" label={deskWords.readFile} busy={form.isOpening} onPress={() => void open()} />
    </>
  );
}
