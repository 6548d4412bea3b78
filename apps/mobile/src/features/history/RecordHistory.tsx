/** The life of a record, newest step first: who wrote what, when, and what it was before. */
import { useWords } from '@wellpulse/forms';
import { recordHistory, type HistoryStep, type RecordOfHistory } from '@wellpulse/forms/device';
import { StyleSheet, View } from 'react-native';
import { Badge } from '../../components/lists/Badge.tsx';
import { Empty } from '../../components/lists/Empty.tsx';
import { Words } from '../../components/Words.tsx';
import { useRead } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { GAP, RADIUS, useColours } from '../../lib/theme.tsx';

export function RecordHistory({ of }: { readonly of: RecordOfHistory }) {
  const { controlTexts, fieldWords } = useWords();
  const steps = useRead(['history', of], (client) => recordHistory(client, of, 'MOBILE'));
  return (
    <>
      {steps?.length === 0 && <Empty icon="history" title={controlTexts.noHistory} />}
      <View role="list" aria-label={controlTexts.history} style={styles.list}>
        {[...(steps ?? [])].reverse().map((step) => (
          <Step key={step.eventId} step={step} />
        ))}
      </View>
      <Words size="base" colour="ink-muted">
        {fieldWords.historyHere}
      </Words>
    </>
  );
}

function Step({ step }: { readonly step: HistoryStep }) {
  const words = useWords();
  const { controlTexts, fieldWords } = words;
  const { company } = useSession();
  const colours = useColours();
  return (
    <View
      role="listitem"
      style={[styles.step, { borderColor: colours.line, backgroundColor: colours.surface }]}
    >
      <Words bold>{words.eventName(step.eventType)}</Words>
      <Words size="base" colour="ink-muted" figures>
        {`${step.userName ?? fieldWords.colleagueFirst} · ${words.formatInstant(step.occurredAt, company.timeZone)}`}
      </Words>
      {step.isPending && <Badge tone="attention" icon="cloudUp" text={fieldWords.notSentYet} />}
      {step.changes.map(({ field, from, to }) => {
        const [before, after] = [words.fieldValue(field, from), words.fieldValue(field, to)];
        // What was left empty became nothing.
        if (before === after) return null;
        return (
          <View
            key={field}
            style={styles.change}
            accessible
            aria-label={`${words.fieldName(field)}: ${before} ${controlTexts.became} ${after}`}
          >
            <Words size="base" colour="ink-muted">
              {words.fieldName(field)}
            </Words>
            <Words figures>
              {`${before} → `}
              <Words bold figures>
                {after}
              </Words>
            </Words>
          </View>
        );
      })}
    </View>
  );
}

const styles = StyleSheet.create({
  list: { gap: GAP },
  step: { borderRadius: RADIUS, borderWidth: 1, padding: 16, gap: 8 },
  change: { gap: 2 },
});
