'use client';

import type { OpenFileForm as Form } from '@wellpulse/forms';
import { Field, FormAlert, Progress, SecretInput } from '@wellpulse/ui';
import { FileLock2 } from 'lucide-react';
import { FileDrop } from '../../components/FileDrop.tsx';
import { office, words } from '../../lib/language.ts';
import type { OpenedFile } from './open-file.ts';

const texts = office.handover;

export interface OpenFileFormProps {
  readonly id: string;
  readonly form: Form<File, OpenedFile>;
  /** The person wants to open it. */
  readonly onOpen: () => void;
}

/** More than a device keeps: some hundred photos. */
const MAX_FILE_BYTES = 500_000_000;

export function OpenFileForm({ id, form, onOpen }: OpenFileFormProps) {
  const missing = form.missing(words);
  const problem = form.error(words);
  return (
    <form
      noValidate
      id={id}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onOpen();
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
          file={form.file}
          onFileChosen={(chosen) => {
            form.choose(chosen);
          }}
        />
        {missing.file !== undefined && <FormAlert>{missing.file}</FormAlert>}
      </div>
      <Field label={texts.passphrase} hint={texts.passphraseHint} error={missing.passphrase}>
        <SecretInput
          autoComplete="off"
          value={form.passphrase}
          onChange={(event) => {
            form.type(event.target.value);
          }}
        />
      </Field>
      {form.isOpening && <Progress label={texts.opening} value={null} />}
      {problem !== undefined && <FormAlert>{problem}</FormAlert>}
    </form>
  );
}
