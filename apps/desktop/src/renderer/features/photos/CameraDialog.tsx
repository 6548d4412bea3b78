/** Takes a photo with the laptop's camera. It is looked at before it is kept. */
import { closeCamera, openCamera, pictureOf } from '@wellpulse/forms/browser';
import { Button, Dialog, useWords } from '@wellpulse/ui';
import { Camera, Check, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

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
  const video = useRef<HTMLVideoElement>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let isOver = false;
    const opening = openCamera();
    opening.then(
      (stream) => {
        if (isOver) closeCamera(stream);
        else if (video.current !== null) video.current.srcObject = stream;
      },
      () => {
        setBroken(true);
      },
    );
    return () => {
      isOver = true;
      opening.then(closeCamera, () => undefined);
    };
  }, []);
  useEffect(
    () => () => {
      if (taken !== null) URL.revokeObjectURL(taken.url);
    },
    [taken],
  );

  const take = async () => {
    if (video.current === null || video.current.videoWidth === 0) return;
    const file = await pictureOf(video.current);
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
            disabled={isBroken}
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
      {isBroken && (
        <p role="alert" className="py-10 text-center text-lg">
          {fieldWords.noCamera}
        </p>
      )}
      {taken !== null && (
        <img src={taken.url} alt={fieldWords.takenPicture} className="max-h-[50dvh] w-full object-contain" />
      )}
      <video
        ref={video}
        autoPlay
        muted
        playsInline
        aria-label={fieldWords.cameraPicture}
        className="max-h-[50dvh] w-full bg-sunken object-contain"
        hidden={isBroken || taken !== null}
      />
    </Dialog>
  );
}
