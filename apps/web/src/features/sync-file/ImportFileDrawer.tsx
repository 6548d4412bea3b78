'use client';

import { Button, Drawer } from '@wellpulse/ui';
import { OpenFileForm } from './OpenFileForm.tsx';
import { FileContent } from './FileContent.tsx';
import { useFileImport } from './use-file-import.ts';

const OPEN_FORM = 'open-wellpulse-file';

/** The escape hatch's other end: what a device could not send itself. */
export function ImportFileDrawer({ onClose }: { onClose: () => void }) {
  const { opening, sending, fates, photoFates, stop } = useFileImport();
  const content = opening.data;
  const close = () => {
    stop();
    onClose();
  };
  return (
    <Drawer
      open
      onOpenChange={close}
      size="lg"
      title="Import a .wellpulse file"
      description="A device that cannot reach the server saves what waits on it as such a file. What was sent already is not taken twice."
      footer={
        content === undefined ? (
          <Button type="submit" form={OPEN_FORM} variant="primary" loading={opening.isPending}>
            Open
          </Button>
        ) : (
          <>
            <Button onClick={close}>{sending.isSuccess ? 'Done' : 'Cancel'}</Button>
            {!sending.isSuccess && (
              <Button
                variant="primary"
                loading={sending.isPending}
                onClick={() => {
                  sending.mutate(content);
                }}
              >
                {sending.isError ? 'Send again' : 'Send'}
              </Button>
            )}
          </>
        )
      }
    >
      {content === undefined ? (
        <OpenFileForm
          id={OPEN_FORM}
          isOpening={opening.isPending}
          error={opening.error}
          onOpen={opening.mutate}
          onChange={opening.reset}
        />
      ) : (
        <FileContent
          content={content}
          fates={fates}
          photoFates={photoFates}
          isSending={sending.isPending}
          error={sending.error}
        />
      )}
    </Drawer>
  );
}
