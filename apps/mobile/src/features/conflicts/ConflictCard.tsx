/** Two people changed the same record: both sides, what became of them, and what the person at the phone can do. */
import { isDeletion, isReopenable, type ShownConflict } from '@wellpulse/domain';
import {
  comparisonNote,
  ConflictChoice,
  doneSentence,
  recordNow,
  undoSentence,
  useObserved,
  useWords,
  type ChoiceState,
} from '@wellpulse/forms';
import { deviceConflicts, deviceConflictStore, type ConflictLine } from '@wellpulse/forms/device';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { ConfirmDialog } from '../../components/asking/ConfirmDialog.tsx';
import { Badge, type BadgeTone } from '../../components/lists/Badge.tsx';
import type { IconName } from '../../components/icon-shapes.ts';
import { Notice } from '../../components/Notice.tsx';
import { useToast } from '../../components/Toast.tsx';
import { Title, Words } from '../../components/Words.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { problemSentence } from '../../data/problem-sentence.ts';
import { readAgain } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { GAP, RADIUS, useColours } from '../../lib/theme.tsx';
import { ConflictSides } from './ConflictSides.tsx';
import { MergeDialog } from './MergeDialog.tsx';

const APPEARANCE: Readonly<
  Record<ShownConflict['status'], { readonly tone: BadgeTone; readonly icon: IconName }>
> = {
  OPEN: { tone: 'attention', icon: 'warning' },
  SETTLED: { tone: 'unknown', icon: 'conflict' },
  RESOLVED: { tone: 'good', icon: 'done' },
  UNDONE: { tone: 'accent', icon: 'history' },
  WITHDRAWN: { tone: 'unknown', icon: 'close' },
};

export function ConflictCard({ line }: { readonly line: ConflictLine }) {
  const words = useWords();
  const { conflictTexts } = words;
  const { company } = useSession();
  const { client } = usePhone();
  const colours = useColours();
  const say = useToast();
  const { conflict, isNew, mayUndo } = line;
  const [choice] = useState(
    () =>
      new ConflictChoice(deviceConflictStore(deviceConflicts(client, () => new Date())), (done) => {
        say(doneSentence(words, done));
        void readAgain();
      }),
  );
  const { running, asking, problem } = useObserved(choice, () => choice.state, choice.state);
  const sentence = problem === null ? undefined : problemSentence(words, problem);
  const close = () => {
    choice.cancel();
  };
  const mayChoose = line.mayChoose && conflict.status === 'OPEN';
  const comparison = comparisonNote(words, conflict, company.varianceThresholdPercent);
  return (
    <View
      role="article"
      aria-label={words.conflictTitle(conflict)}
      style={[styles.card, { borderColor: colours.line, backgroundColor: colours.surface }]}
    >
      <View style={styles.head}>
        <Title level={2}>{words.conflictTitle(conflict)}</Title>
        <View style={styles.badges}>
          <Badge {...APPEARANCE[conflict.status]} text={words.conflictStatusNames[conflict.status]} />
          {isNew && <Badge tone="accent" icon="bell" text={conflictTexts.isNew} />}
        </View>
        <Words>{words.conflictSentence(conflict)}</Words>
      </View>
      <ConflictSides conflict={conflict} thresholdPercent={company.varianceThresholdPercent} />
      {mayChoose && <SideButtons choice={choice} conflict={conflict} running={running} />}
      <View style={styles.head}>
        <Words size="base" colour="ink-muted" figures>
          {`${conflictTexts.now} ${recordNow(words, conflict)}`}
        </Words>
        {comparison !== null && (
          <Words size="base" colour="ink-muted">
            {comparison}
          </Words>
        )}
        {isReopenable(conflict) && (
          <Words size="base" colour="ink-muted">
            {words.phoneWords.chooseAgain}
          </Words>
        )}
      </View>
      {mayChoose && !isDeletion(conflict) && (
        <Button
          label={conflictTexts.merge}
          disabled={running !== null}
          onPress={() => {
            choice.ask('MERGE');
          }}
        />
      )}
      {mayUndo && (
        <Button
          label={conflictTexts.undoOpen}
          aria-label={conflictTexts.undoNamed(words.conflictTitle(conflict))}
          onPress={() => {
            choice.ask('UNDO');
          }}
        />
      )}
      {sentence !== undefined && asking === null && <Notice tone="bad" alert text={sentence} />}
      {asking === 'MERGE' && (
        <MergeDialog
          conflict={conflict}
          saving={running === 'MERGE'}
          problem={sentence}
          onSubmit={(decision) => void choice.merge(conflict, decision)}
          onClose={close}
        />
      )}
      {asking === 'UNDO' && (
        <ConfirmDialog
          title={conflictTexts.undoQuestion(words.conflictTitle(conflict))}
          about={undoSentence(words, conflict)}
          confirmLabel={conflictTexts.undo}
          kind="PRIMARY"
          busy={running === 'UNDO'}
          problem={sentence}
          onConfirm={() => void choice.undo(conflict)}
          onClose={close}
        />
      )}
    </View>
  );
}

interface SideButtonsProps {
  readonly choice: ConflictChoice;
  readonly conflict: ShownConflict;
  readonly running: ChoiceState['running'];
}

/** Each below its side. */
function SideButtons({ choice, conflict, running }: SideButtonsProps) {
  const { conflictTexts } = useWords();
  return (
    <View style={styles.sides}>
      <View style={styles.side}>
        <Button
          label={conflictTexts.keepThis}
          busy={running === 'KEEP'}
          disabled={running !== null}
          onPress={() => void choice.keep(conflict)}
        />
      </View>
      <View style={styles.side}>
        <Button
          label={conflictTexts.takeThat}
          busy={running === 'TAKE'}
          disabled={running !== null}
          onPress={() => void choice.take(conflict)}
        />
      </View>
    </View>
  );
}

const styles = StyleSheet.create({
  card: { borderWidth: 1, borderRadius: RADIUS, padding: 16, gap: GAP },
  head: { gap: 8 },
  badges: { flexDirection: 'row', flexWrap: 'wrap', gap: 8 },
  sides: { flexDirection: 'row', gap: GAP },
  side: { flex: 1 },
});
