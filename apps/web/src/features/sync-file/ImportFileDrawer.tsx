'use client';

import { Button, Drawer } from '@wellpulse/ui';
import { office, words } from '../../lib/language.ts';
import { OpenFileForm } from './OpenFileForm.tsx';
import { FileContent } from './FileContent.tsx';
import { useFileImport } from './use-file-import.ts';

const texts = office.handover;

const OPEN_FORM = 'open-wellpulse-file';

/** The escape hatch's other end: what a device could not send itself. */
export function ImportFileDrawer({ onClose }: { onClose: () => void }) {
  const { form, file, open, sending, sent, stop } = useFileImport();
  const close = () => {
    stop();
    onClose();
  };
  return (
    <Drawer
      open
      onOpenChange={close}
      size="lg"
      title={texts.title}
      description={texts.about}
      footer={
        file === null ? (
          <Button type="submit" form={OPEN_FORM} variant="primary" loading={form.isOpening}>
            {texts.open}
          </Button>
        ) : (
          <>
            <Button onClick={close}>{sending.isSuccess ? texts.done : words.listWords.cancel}</Button>
            {!sending.isSuccess && (
              <Button
                variant="primary"
                loading={sending.isPending}
                onClick={() => {
                  sending.mutate(file);
                }}
              >
                {sending.isError ? texts.sendAgain : texts.send}
              </Button>
            )}
          </>
        )
      }
    >
      {file === null ? (
        <OpenFileForm id={OPEN_FORM} form={form} onOpen={() => void open()} />
      ) : (
        <FileContent file={file} sent={sent} isSending={sending.isPending} error={sending.error} />
      )}
    </Drawer>
  );
}
