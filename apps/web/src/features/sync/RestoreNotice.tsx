'use client';

/** For managers, after the server was put back: who has not synced since, and the end of the wait for what was lost (ADR 77). */
import type { Device, Lineage } from '@wellpulse/contracts';
import { isInUse } from '@wellpulse/domain';
import { Button, Card, ConfirmDialog, toast } from '@wellpulse/ui';
import { useState } from 'react';
import { useSession } from '../../components/SessionProvider.tsx';
import { office, words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { useCloseLineage, useLineage } from '../../queries/device-queries.ts';

const texts = office.devices.restore;

interface RestoreNoticeProps {
  readonly devices: readonly Device[];
  readonly onOpen: (deviceId: string) => void;
}

/** Nothing if the server never was put back, or all that came of it is over. */
export function RestoreNotice({ devices, onOpen }: RestoreNoticeProps) {
  const { timeZone } = useSession().tenant;
  const { data: lineage = null } = useLineage(true);
  const [isAsking, setIsAsking] = useState(false);
  const silent = devices.filter((device) => isInUse(device) && device.restoreMissedAt !== null);
  if (lineage === null || (!lineage.isOpen && silent.length === 0)) return null;
  return (
    <Card
      aria-label={texts.title}
      title={texts.title}
      actions={
        lineage.isOpen && (
          <Button
            size="sm"
            onClick={() => {
              setIsAsking(true);
            }}
          >
            {texts.end}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-1.5 text-sm">
        <p className="num">{texts.putBack(words.formatInstant(lineage.begunAt, timeZone))}</p>
        {silent.length === 0 ? <p>{texts.allSynced}</p> : <SilentDevices devices={silent} onOpen={onOpen} />}
        <p className="num text-ink-muted">{waitWords(lineage, timeZone)}</p>
      </div>
      {isAsking && (
        <EndWaitDialog
          silent={silent.length}
          onClose={() => {
            setIsAsking(false);
          }}
        />
      )}
    </Card>
  );
}

function waitWords({ isOpen, waitsUntil, closedAt, closedByName }: Lineage, timeZone: string): string {
  if (isOpen) return texts.wait(words.formatInstant(waitsUntil, timeZone));
  if (closedAt === null) return texts.ranOut;
  return texts.ended(closedByName, words.formatInstant(closedAt, timeZone));
}

/** Each opens in full. */
function SilentDevices({ devices, onOpen }: RestoreNoticeProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="font-medium text-attention">{texts.notSynced(devices.length)}</span>
      {devices.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="max-w-full truncate rounded-sm text-left text-ink underline decoration-line-strong underline-offset-2 hover:decoration-current"
          onClick={() => {
            onOpen(id);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

function EndWaitDialog({ silent, onClose }: { silent: number; onClose: () => void }) {
  const { mutate, isPending, error } = useCloseLineage();
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={texts.question}
      description={texts.about(silent)}
      confirmLabel={texts.end}
      danger
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(words, error) })}
      onConfirm={() => {
        mutate(undefined, {
          onSuccess: () => {
            toast.success(texts.hasEnded);
            onClose();
          },
        });
      }}
    />
  );
}
