'use client';

import type { Device } from '@wellpulse/contracts';
import { ConfirmDialog, toast } from '@wellpulse/ui';
import { problemSentence } from '../../lib/problem-words.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useRevokeDevice } from '../../queries/device-queries.ts';

export function RevokeDeviceDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const { user } = useSession();
  const { mutate, isPending, error } = useRevokeDevice();
  const whose = device.userId === user.id ? 'your' : `${device.userName ?? 'a former user'}’s`;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Revoke ${device.name}?`}
      description={
        device.platform === 'WEB'
          ? `${sentence(whose)} browser is signed out. It can import files again after signing in.`
          : `${sentence(whose)} device is signed out and can send nothing more. Entries that wait on it stay on it: they can be sent only after somebody signs in there again. What it sent before stays as it is.`
      }
      confirmLabel="Revoke"
      danger
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(error) })}
      onConfirm={() => {
        mutate(device.id, {
          onSuccess: () => {
            toast.success(`${device.name} was revoked`);
            onClose();
          },
        });
      }}
    />
  );
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
