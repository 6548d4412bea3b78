'use client';

import type { Device } from '@wellpulse/contracts';
import { Button, FormAlert } from '@wellpulse/ui';
import { Check } from 'lucide-react';
import { office, words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { useLookedAtDevice } from '../../queries/device-queries.ts';

/** Says that somebody has looked at what the device told of being put back. */
export function LookedAtButton({ device }: { device: Device }) {
  const { mutate, isPending, error } = useLookedAtDevice();
  return (
    <div className="mt-3 flex flex-col gap-2">
      <Button
        size="sm"
        className="self-start"
        icon={<Check aria-hidden />}
        loading={isPending}
        onClick={() => {
          mutate(device.id);
        }}
      >
        {office.devices.lookedAt}
      </Button>
      {error !== null && <FormAlert>{problemSentence(words, error)}</FormAlert>}
    </div>
  );
}
