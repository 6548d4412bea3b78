/** The log of this phone as people read it: what was entered, by whom, and what became of it. */
import { useWords } from '@wellpulse/forms';
import {
  activityCsv,
  activityPage,
  loggedTitle,
  NO_ACTIVITY_FILTER,
  type ActivityFilter,
  type EntryStatus,
  type LoggedLine,
} from '@wellpulse/forms/device';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import type { IconName } from '../../components/icon-shapes.ts';
import { Badge, type BadgeTone } from '../../components/lists/Badge.tsx';
import { Empty } from '../../components/lists/Empty.tsx';
import { MoreButton } from '../../components/lists/MoreButton.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { useToast } from '../../components/Toast.tsx';
import { Words } from '../../components/Words.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { problemSentence } from '../../data/problem-sentence.ts';
import { useSession } from '../../lib/session.tsx';
import { GAP, RADIUS, useColours } from '../../lib/theme.tsx';
import { usePages } from '../../lib/use-pages.ts';
import { useToday } from '../../lib/use-today.ts';
import { travelFiles } from '../../native/files/travel-files';
import { LogFilters } from './LogFilters.tsx';
import { OlderEntries } from './OlderEntries.tsx';

const LOOKS: Readonly<Record<EntryStatus, { readonly tone: BadgeTone; readonly icon: IconName }>> = {
  PENDING: { tone: 'accent', icon: 'cloudUp' },
  SYNCED: { tone: 'good', icon: 'done' },
  CONFLICT: { tone: 'attention', icon: 'conflict' },
  FAILED: { tone: 'bad', icon: 'warning' },
  SKIPPED: { tone: 'unknown', icon: 'close' },
};

export function LogScreen() {
  const words = useWords();
  const { deskWords } = words;
  const { company } = useSession();
  const { client } = usePhone();
  const today = useToday();
  const say = useToast();
  const [filter, setFilter] = useState<ActivityFilter>(NO_ACTIVITY_FILTER);
  const [problem, setProblem] = useState<string | null>(null);
  const pages = usePages(['log', filter], (of, after) => activityPage(of, filter, after));
  const exportCsv = async () => {
    let count = 0;
    const csv = activityCsv(client, filter, words, () => {
      count += 1;
    });
    try {
      setProblem(null);
      if (await travelFiles.save(deskWords.activityFile(today), bytesOf(csv))) say(deskWords.exported(count));
    } catch (error) {
      setProblem(problemSentence(words, error));
    }
  };
  return (
    <Screen top={<SyncBanner timeZone={company.timeZone} />}>
      <ScreenHead title={deskWords.activity} below={deskWords.activityHint} />
      <LogFilters filter={filter} onChange={setFilter} />
      {pages.items?.length === 0 && !pages.hasMore && (
        <Empty
          icon="log"
          title={deskWords.noActivity}
          about={filter === NO_ACTIVITY_FILTER ? undefined : deskWords.noActivityHint}
        />
      )}
      <View role="list" aria-label={deskWords.activity} style={styles.list}>
        {pages.items?.map((line) => (
          <LogRow key={line.id} line={line} />
        ))}
      </View>
      <MoreButton {...pages} />
      {problem !== null && <Notice tone="bad" alert text={problem} />}
      {pages.items !== undefined && pages.items.length > 0 && (
        <Button label={deskWords.exportCsv} icon={<Icon name="file" />} onPress={() => void exportCsv()} />
      )}
      <OlderEntries />
    </Screen>
  );
}

async function* bytesOf(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

function LogRow({ line }: { readonly line: LoggedLine }) {
  const words = useWords();
  const { deskWords } = words;
  const { company } = useSession();
  const colours = useColours();
  const summary = words.eventSummary(line.eventType, line.payload);
  const number = deskWords.entryNumber(line.deviceSequence);
  return (
    <View
      role="listitem"
      style={[styles.row, { borderColor: colours.line, backgroundColor: colours.surface }]}
    >
      <Words bold>{loggedTitle(words, line)}</Words>
      {summary !== '' && <Words figures>{summary}</Words>}
      {line.refusal !== null && (
        <Words size="base" colour="bad">
          {words.formatTrouble(line.refusal)}
        </Words>
      )}
      {line.skipReason !== null && (
        <Words size="base" colour="ink-muted">
          {words.formatSkip(line.skipReason)}
        </Words>
      )}
      <Badge {...LOOKS[line.status]} text={deskWords.entryStatusNames[line.status]} />
      <Words size="base" colour="ink-muted" figures>
        {[
          line.personName ?? words.fieldWords.colleagueFirst,
          words.formatInstant(line.timestamp, company.timeZone),
          line.origin === 'IMPORTED' ? `${number}, ${deskWords.imported}` : number,
        ].join(' · ')}
      </Words>
    </View>
  );
}

const styles = StyleSheet.create({
  list: { gap: GAP },
  row: { borderRadius: RADIUS, borderWidth: 1, padding: 16, gap: 6 },
});
