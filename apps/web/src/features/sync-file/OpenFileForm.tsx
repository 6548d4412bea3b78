'use client';

import { Field, Input, Progress, FormAlert } from '@wellpulse/ui';
import { FileLock2 } from 'lucide-react';
import { useState } from 'react';
import { office, words } from '../../lib/language.ts';
import { FileDrop } from '../../components/FileDrop.tsx';
import { refusalSentence } from './open-file.ts';

const texts = office.handover;

export interface OpenFileFormProps {
  readonly id: string;
  readonly isOpening: boolean;
  /** Why the last try failed; null for none. */
  readonly error: Error | null;
  readonly onOpen: (given: { file: File; passphrase: string }) => void;
  /** What the error was about is being changed. */
  readonly onChange: () => void;
}

/** More than a device keeps: some hundred photos. */
const MAX_FILE_BYTES = 500_000_000;

export function OpenFileForm({ id, isOpening, error, onOpen, onChange }: OpenFileFormProps) {
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  return (
    <form
      id={id}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setIsAsked(true);
        if (file !== null && passphrase !== '') onOpen({ file, passphrase });
      }}
    >
      <div>
        <FileDrop
          label={texts.file}
          prompt={texts.chooseFile}
          icon={FileLock2}
          accept=".wellpulse"
          maxBytes={MAX_FILE_BYTES}
          tooLarge={texts.tooLarge(words.formatBytes(MAX_FILE_BYTES))}
          file={file}
          onFileChosen={(chosen) => {
            setFile(chosen);
            onChange();
          }}
        />
        {isAsked && file === null && <FormAlert>{texts.fileMissing}</FormAlert>}
      </div>
      <Field
        label={texts.passphrase}
        hint={texts.passphraseHint}
        error={isAsked && passphrase === '' ? texts.passphraseMissing : undefined}
      >
        <Input
          type="password"
          autoComplete="off"
          value={passphrase}
          onChange={(event) => {
            setPassphrase(event.target.value);
            onChange();
          }}
        />
      </Field>
      {isOpening && <Progress label={texts.opening} value={null} />}
      {error !== null && <FormAlert>{refusalSentence(error)}</FormAlert>}
    </form>
  );
}
