'use client';

/** For managers, after the server was put back: what it lost and devices still had, beside what stands (ADR 86). */
import type { RecoveredLine } from '@wellpulse/contracts';
import { Button, Card, ConfirmDialog, toast } from '@wellpulse/ui';
import { dayOfEvent } from '@wellpulse/words';
import { useState } from 'react';
import { FormProblem } from '../../components/FormProblem.tsx';
import { useSession } from '../../components/SessionProvider.tsx';
import { office, words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { useLeaveOut, useRecovered, useTakeOver, useTakeOverAll } from '../../queries/waiting-queries.ts';

const texts = office.devices;

/** Nothing where nothing was lost, or all stands again. */
export function RecoveredRecords() {
  const { data } = useRecovered(true);
  const [isAsking, setIsAsking] = useState(false);
  const lines = data?.items ?? [];
  if (lines.length === 0) return null;
  const { title, about, takeAll } = texts.recovered;
  return (
    <Card
      title={title}
      description={about}
      flush
      actions={
        <Button
          size="sm"
          onClick={() => {
            setIsAsking(true);
          }}
        >
          {takeAll}
        </Button>
      }
    >
      <ul aria-label={title} className="flex flex-col divide-y divide-line">
        {lines.map((line) => (
          <RecoveredRow key={`${line.entity} ${line.id}`} line={line} />
        ))}
      </ul>
      {isAsking && (
        <TakeAllDialog
          onClose={() => {
            setIsAsking(false);
          }}
        />
      )}
    </Card>
  );
}

/** What the device had, what stands, whose device it is, and the two ways to be done with it. */
function RecoveredRow({ line }: { line: RecoveredLine }) {
  const { timeZone } = useSession().tenant;
  const taking = useTakeOver();
  const leaving = useLeaveOut();
  const { eventType, payload, wellName, subject, deviceName, userName, receivedAt } = line;
  const day = dayOfEvent(payload);
  const what = [
    words.eventName(eventType),
    subject ?? '',
    wellName ?? '',
    day === null ? '' : words.formatDayFull(day),
  ].filter(Boolean);
  const error = taking.error ?? leaving.error;
  const refusal = taking.data?.refused[0];
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <div className="min-w-0 flex-1 basis-64">
        <p className="num font-medium [overflow-wrap:anywhere]">{what.join(' · ')}</p>
        <p className="num text-ink-muted [overflow-wrap:anywhere]">
          {[words.eventSummary(eventType, payload), standsWords(line)].filter(Boolean).join(' — ')}
        </p>
        <p className="num text-xs text-ink-subtle">
          {[
            texts.recovered.heldBy(deviceName, userName),
            texts.came(words.formatInstant(receivedAt, timeZone)),
          ].join(' · ')}
        </p>
        {error !== null && <FormProblem>{problemSentence(words, error)}</FormProblem>}
        {refusal !== undefined && <FormProblem>{words.formatTrouble(refusalTrouble(refusal))}</FormProblem>}
      </div>
      {line.mayTakeOver ? (
        <div className="flex gap-2">
          <Button
            size="sm"
            loading={leaving.isPending}
            onClick={() => {
              leaving.mutate(line);
            }}
          >
            {texts.leaveOut}
          </Button>
          <Button
            size="sm"
            variant="primary"
            loading={taking.isPending}
            onClick={() => {
              taking.mutate(line, {
                onSuccess: ({ taken }) => {
                  if (taken > 0) toast.success(texts.recovered.takenOver);
                },
              });
            }}
          >
            {texts.recovered.takeOver}
          </Button>
        </div>
      ) : (
        <p className="text-ink-muted">{texts.recovered.onlyAdmins}</p>
      )}
    </li>
  );
}

const refusalTrouble = ({ code, reason }: { code: string; reason: string }) => ({ code, detail: reason });

/** "Stands now: oil 70.0 bbl"; of other records only that nothing does. */
function standsWords({ eventType, current }: RecoveredLine): string {
  if (current === null) {
    return eventType.startsWith('PRODUCTION_') ? texts.noReading : texts.recovered.nothingStands;
  }
  return eventType.startsWith('PRODUCTION_') ? texts.standsNow(words.eventSummary(eventType, current)) : '';
}

function TakeAllDialog({ onClose }: { onClose: () => void }) {
  const { mutate, isPending, error } = useTakeOverAll();
  const { question, allAbout, takeAll, allTaken, someRefused } = texts.recovered;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={question}
      description={allAbout}
      confirmLabel={takeAll}
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(words, error) })}
      onConfirm={() => {
        mutate(undefined, {
          onSuccess: ({ taken, refused }) => {
            toast.success(allTaken(taken));
            if (refused.length > 0) toast.error(someRefused(refused.length));
            onClose();
          },
        });
      }}
    />
  );
}
