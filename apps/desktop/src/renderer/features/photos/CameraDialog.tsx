/** Takes a photo with the laptop's camera. It is looked at before it is kept. */
import { pictureOf } from '@wellpulse/forms/browser';
import { Button, Dialog, useWords } from '@wellpulse/ui';
import { Camera, Check, RotateCcw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { CameraPicture, useCamera } from '../camera/CameraPicture.tsx';

export interface CameraDialogProps {
  readonly onKeep: (photo: File) => void;
  readonly onClose: () => void;
}

interface Taken {
  readonly file: File;
  readonly url: string;
}

export function CameraDialog({ onKeep, onClose }: CameraDialogProps) {
  const { fieldWords } = useWords();
  const camera = useCamera('photo');
  const [taken, setTaken] = useState<Taken | null>(null);
  useEffect(
    () => () => {
      if (taken !== null) URL.revokeObjectURL(taken.url);
    },
    [taken],
  );

  const take = async () => {
    const video = camera.video.current;
    if (video === null || video.videoWidth === 0) return;
    const file = await pictureOf(video);
    setTaken({ file, url: URL.createObjectURL(file) });
  };
  return (
    <Dialog
      open
      size="lg"
      title={fieldWords.takePhoto}
      onOpenChange={onClose}
      footer={
        taken === null ? (
          <Button
            variant="primary"
            size="field"
            disabled={camera.isBroken}
            icon={<Camera aria-hidden />}
            onClick={() => void take()}
          >
            {fieldWords.takeNow}
          </Button>
        ) : (
          <>
            <Button
              size="field"
              icon={<RotateCcw aria-hidden />}
              onClick={() => {
                setTaken(null);
              }}
            >
              {fieldWords.takeAgain}
            </Button>
            <Button
              variant="primary"
              size="field"
              icon={<Check aria-hidden />}
              onClick={() => {
                onKeep(taken.file);
              }}
            >
              {fieldWords.keepPhoto}
            </Button>
          </>
        )
      }
    >
      {taken !== null && (
        <img src={taken.url} alt={fieldWords.takenPicture} className="max-h-[50dvh] w-full object-contain" />
      )}
      <CameraPicture camera={camera} without={fieldWords.noCamera} isHidden={taken !== null} />
    </Dialog>
  );
}
