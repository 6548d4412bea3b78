'use client';

/** For managers, after the server was put back: what it lost and devices still had, beside what stands (ADR 86). */
import type { RecoveredLine } from '@wellpulse/contracts';
import { Button, Card, ConfirmDialog, toast, FormAlert } from '@wellpulse/ui';
import { useState } from 'react';
import { useSession } from '../../components/SessionProvider.tsx';
import { office, words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import {
  isOfAll,
  useLeaveOut,
  useRecovered,
  useTakeOver,
  useTakeOverAll,
} from '../../queries/waiting-queries.ts';
import { HeldRow } from './HeldRow.tsx';
import { markOf, type StateMark } from './lost-states.ts';

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
        lines.some(isOfAll) && (
          <Button
            size="sm"
            onClick={() => {
              setIsAsking(true);
            }}
          >
            {takeAll}
          </Button>
        )
      }
    >
      <ul aria-label={title} className="flex flex-col divide-y divide-line">
        {lines.map((line) => (
          <RecoveredRow key={line.stateId} line={line} mark={markOf(line, lines)} />
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

/** One state of a record that a device had. `mark` says which, null for the only one. */
function RecoveredRow({ line, mark }: { line: RecoveredLine; mark: StateMark | null }) {
  const { timeZone } = useSession().tenant;
  const taking = useTakeOver();
  const leaving = useLeaveOut();
  const { deviceName, userName, receivedAt, changedAt } = line;
  const refusal = taking.data?.refused[0];
  const take = () => {
    taking.mutate(line, {
      onSuccess: ({ taken }) => {
        if (taken > 0) toast.success(texts.recovered.takenOver);
      },
    });
  };
  return (
    <HeldRow
      held={line}
      mark={mark}
      stands={standsWords(line)}
      about={[
        changedAt === null ? '' : texts.recovered.changed(words.formatInstant(changedAt, timeZone)),
        texts.recovered.heldBy(deviceName, userName),
        texts.came(words.formatInstant(receivedAt, timeZone)),
      ]}
      error={taking.error ?? leaving.error}
      leaving={{
        isPending: leaving.isPending,
        run: () => {
          leaving.mutate(line);
        },
      }}
      taking={
        line.mayTakeOver
          ? { label: texts.recovered.takeOver, isPending: taking.isPending, run: take }
          : texts.recovered.onlyAdmins
      }
    >
      {refusal !== undefined && <FormAlert>{words.formatTrouble(refusalTrouble(refusal))}</FormAlert>}
    </HeldRow>
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
