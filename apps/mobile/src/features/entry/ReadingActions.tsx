/** Who entered a day, and what can be done with what is saved: looking at what became of it, and taking it back. */
import type { ProductionRecord } from '@wellpulse/contracts';
import { mayTakeBack, useWords } from '@wellpulse/forms';
import { deviceReadings } from '@wellpulse/forms/device';
import { useRouter } from 'expo-router';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/asking/ConfirmDialog.tsx';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useToast } from '../../components/Toast.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { problemSentence } from '../../data/problem-sentence.ts';
import { readAgain } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { useNameOf } from '../../lib/use-name-of.ts';

export interface ReadingActionsProps {
  readonly wellName: string;
  readonly record: ProductionRecord;
  readonly onTakenBack: (record: ProductionRecord) => void;
}

export function ReadingActions({ wellName, record, onTakenBack }: ReadingActionsProps) {
  const words = useWords();
  const { controlTexts, fieldWords, productionTexts } = words;
  const { company, person } = useSession();
  const { client } = usePhone();
  const nameOf = useNameOf();
  const router = useRouter();
  const say = useToast();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { wellId, productionDate } = record;
  const day = words.formatDayFull(productionDate);

  const takeBack = async () => {
    try {
      const trouble = await deviceReadings(client).takeBack(record);
      if (trouble !== null) {
        setProblem(words.formatTrouble(trouble));
        return;
      }
      setAsking(false);
      say(fieldWords.takenBack(day));
      onTakenBack(record);
      await readAgain();
    } catch (error) {
      setProblem(problemSentence(words, error));
    }
  };
  return (
    <Notice
      tone="unknown"
      text={productionTexts.alreadyEntered(
        nameOf(record.updatedBy),
        words.formatInstant(record.updatedAt, company.timeZone),
      )}
    >
      <Button
        label={controlTexts.history}
        icon={<Icon name="history" />}
        onPress={() => {
          router.push({ pathname: '/history/[wellId]/[day]', params: { wellId, day: productionDate } });
        }}
      />
      {mayTakeBack(person, record) && (
        <Button
          label={fieldWords.takeBack}
          icon={<Icon name="back" />}
          onPress={() => {
            setProblem(undefined);
            setAsking(true);
          }}
        />
      )}
      {isAsking && (
        <ConfirmDialog
          title={fieldWords.takeBackOf(day)}
          about={fieldWords.takeBackMeans(wellName)}
          confirmLabel={fieldWords.takeBack}
          problem={problem}
          onConfirm={() => void takeBack()}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </Notice>
  );
}

export interface TakenBackNoteProps {
  /** As it was. */
  readonly record: ProductionRecord;
  readonly onBroughtBack: () => void;
}

/** A reading was taken back on this screen: the way back from that. */
export function TakenBackNote({ record, onBroughtBack }: TakenBackNoteProps) {
  const words = useWords();
  const { fieldWords, phoneWords } = words;
  const { client } = usePhone();
  const say = useToast();
  const [problem, setProblem] = useState<string | null>(null);
  const day = words.formatDayFull(record.productionDate);
  const bringBack = async () => {
    try {
      const trouble = await deviceReadings(client).bringBack(record);
      setProblem(trouble === null ? null : words.formatTrouble(trouble));
      if (trouble !== null) return;
      say(phoneWords.broughtBack(day));
      await readAgain();
      onBroughtBack();
    } catch (error) {
      setProblem(problemSentence(words, error));
    }
  };
  return (
    <>
      <Notice text={fieldWords.takenBack(day)}>
        <Button label={phoneWords.bringBack} onPress={() => void bringBack()} />
      </Notice>
      {problem !== null && <Notice tone="bad" alert text={problem} />}
    </>
  );
}
