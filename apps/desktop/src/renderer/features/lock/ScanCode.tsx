/** The office's address by the camera: the dashboard shows it as a code (ADR 103). */
import { readServerPlace } from '@wellpulse/contracts';
import { Button, Dialog, useWords } from '@wellpulse/ui';
import { QrCode } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Notice } from '../../components/Notice.tsx';
import { CameraPicture, useCamera } from '../camera/CameraPicture.tsx';
import { codeIn } from '../camera/code-in.ts';

const LOOK_EVERY_MS = 200;

export interface ScanCodeProps {
  /** Told what the code says: the address of the office, and the company's short name. */
  readonly onFound: (found: { readonly server: string; readonly tenant: string }) => void;
}

/** Opens the camera until it finds the code. */
export function ScanCode({ onFound }: ScanCodeProps) {
  const { fieldWords } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="field"
        icon={<QrCode aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {fieldWords.scanCode}
      </Button>
      {isOpen && (
        <ScanDialog
          onFound={(found) => {
            setOpen(false);
            onFound(found);
          }}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

interface ScanDialogProps extends ScanCodeProps {
  readonly onClose: () => void;
}

function ScanDialog({ onFound, onClose }: ScanDialogProps) {
  const { fieldWords } = useWords();
  const camera = useCamera('code');
  const [isAnother, setAnother] = useState(false);
  const { video } = camera;
  useEffect(() => {
    const timer = setInterval(() => {
      const text = video.current === null ? null : codeIn(video.current);
      if (text === null) return;
      const place = readServerPlace(text);
      // Codes of other things may be addresses too: ours names the company.
      if (place === null || place.tenant === null) setAnother(true);
      else onFound({ server: place.origin, tenant: place.tenant });
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [video, onFound]);
  return (
    <Dialog
      open
      size="lg"
      title={fieldWords.scanCode}
      description={fieldWords.scanCodeHint}
      onOpenChange={onClose}
    >
      {isAnother && <Notice>{fieldWords.anotherCode}</Notice>}
      <CameraPicture camera={camera} without={fieldWords.noCameraForCode} />
    </Dialog>
  );
}
