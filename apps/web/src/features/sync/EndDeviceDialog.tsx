'use client';

import type { Device } from '@wellpulse/contracts';
import { ConfirmDialog, toast } from '@wellpulse/ui';
import { office, words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { useRetireDevice, useRevokeDevice } from '../../queries/device-queries.ts';

const texts = office.devices;

interface EndDeviceProps {
  readonly device: Device;
  readonly onClose: () => void;
}

/** The quiet end: somebody has the device, and it sends what it has. */
export function RetireDeviceDialog({ device, onClose }: EndDeviceProps) {
  const { mutate, isPending, error } = useRetireDevice();
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={texts.retireQuestion(device.name)}
      description={texts.retireAbout}
      confirmLabel={texts.retire}
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(words, error) })}
      onConfirm={() => {
        mutate(device.id, {
          onSuccess: () => {
            toast.success(texts.willRetire(device.name));
            onClose();
          },
        });
      }}
    />
  );
}

/** The hard end: nobody has the device, or the wrong person. */
export function LostDeviceDialog({ device, onClose }: EndDeviceProps) {
  const { mutate, isPending, error } = useRevokeDevice();
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={texts.lostQuestion(device.name)}
      description={texts.lostAbout}
      confirmLabel={texts.confirmLost}
      danger
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(words, error) })}
      onConfirm={() => {
        mutate(device.id, {
          onSuccess: () => {
            toast.success(texts.hasEnded(device.name));
            onClose();
          },
        });
      }}
    />
  );
}
