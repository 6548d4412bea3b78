/** One line of what waits: what it is, what is in its way, and what its person can do. */
import { Button, buttonClass, toast, useWords } from '@wellpulse/ui';
import { Camera, CircleAlert, Clock } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PendingLine } from '../../../shared/bridge/sync.ts';
import { call, problemSentence } from '../../lib/bridge.ts';
import { readAgain } from '../../lib/queries.ts';
import { LeaveOutDialog } from './LeaveOutDialog.tsx';

export function PendingRow({ line }: { readonly line: PendingLine }) {
  const words = useWords();
  const { deskWords, formatPending, formatTrouble } = words;
  const [isLeavingOut, setLeavingOut] = useState(false);
  const isFailed = line.status === 'FAILED';
  const Icon = isFailed ? CircleAlert : line.content.kind === 'ENTRY' ? Clock : Camera;
  const title = formatPending(line.content);
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-3 px-5 py-4 text-lg">
      <Icon aria-hidden className={isFailed ? 'size-6 text-bad' : 'size-6 text-ink-muted'} />
      <span className="flex min-w-0 grow basis-60 flex-col">
        <span className="font-semibold [overflow-wrap:anywhere]">{title}</span>
        {line.problem !== null && (
          <span className={isFailed ? 'text-base text-bad' : 'text-base text-ink-muted'}>
            {formatTrouble(line.problem)}
          </span>
        )}
        {!isFailed && line.retryCount > 0 && (
          <span className="text-base text-ink-muted">{deskWords.tries(line.retryCount)}</span>
        )}
      </span>
      {isFailed && (
        <span className="flex flex-wrap gap-5">
          {line.eventId !== null && <AgainButton line={line} eventId={line.eventId} title={title} />}
          <Button
            size="field"
            aria-label={`${deskWords.leaveOut}: ${title}`}
            onClick={() => {
              setLeavingOut(true);
            }}
          >
            {deskWords.leaveOut}
          </Button>
        </span>
      )}
      {isLeavingOut && (
        <LeaveOutDialog
          title={title}
          onLeaveOut={async (reason) => {
            if (line.eventId !== null) await call('sync.skip', { eventId: line.eventId, reason });
            else if (line.photoId !== null) await call('sync.skipPhoto', { photoId: line.photoId, reason });
            toast.success(`${deskWords.leftOut}: ${title}`);
            await readAgain();
          }}
          onClose={() => {
            setLeavingOut(false);
          }}
        />
      )}
    </div>
  );
}

interface AgainProps {
  readonly line: PendingLine;
  readonly eventId: string;
  readonly title: string;
}

/** A reading goes through its form once more; all else is sent again as it was typed. */
function AgainButton({ line, eventId, title }: AgainProps) {
  const words = useWords();
  const { deskWords } = words;
  const { content } = line;
  const isReading =
    content.kind === 'ENTRY' &&
    (content.eventType === 'PRODUCTION_CREATED' || content.eventType === 'PRODUCTION_UPDATED');
  if (isReading) {
    return (
      <Link
        href={`/sync/${eventId}`}
        aria-label={`${deskWords.enterAgain}: ${title}`}
        className={buttonClass({ size: 'field', variant: 'primary' })}
      >
        {deskWords.enterAgain}
      </Link>
    );
  }
  const send = async () => {
    try {
      const sent = await call('sync.sendAgain', { eventId });
      if (sent.kind === 'SAVED') toast.success(deskWords.sentAgain);
      else toast.error(words.formatTrouble(sent.trouble));
      await readAgain();
    } catch (error) {
      toast.error(problemSentence(words, error));
    }
  };
  return (
    <Button
      size="field"
      variant="primary"
      aria-label={`${deskWords.sendAgain}: ${title}`}
      onClick={() => void send()}
    >
      {deskWords.sendAgain}
    </Button>
  );
}
