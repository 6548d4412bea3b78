/** What was typed on this phone and not saved: a way to each, and what can't be saved any more. */
import {
  StrandedDrafts,
  strandedSentences,
  useObserved,
  useWords,
  type StrandedDraft,
} from '@wellpulse/forms';
import type { OfflineClient } from '@wellpulse/offline';
import { useEffect, useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { DiscardButton } from '../../components/DiscardButton.tsx';
import { Onward } from '../../components/lists/Onward.tsx';
import { LinkBox } from '../../components/LinkBox.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Words } from '../../components/Words.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { useSession } from '../../lib/session.tsx';
import { BUTTON_HEIGHT, GAP, RADIUS, useColours } from '../../lib/theme.tsx';
import type { RouteStop } from './use-route-of-day.ts';

/** Looks again when `stops` change: a sync may have brought that a well is gone. */
export function Unsaved({ stops }: { readonly stops: readonly RouteStop[] | undefined }) {
  const { daySheetTexts, formatDay } = useWords();
  const colours = useColours();
  const { records } = usePhone().client;
  const { desk, drafts } = useSession();
  const [stranded] = useState(() => new StrandedDrafts({ desk, drafts, subjects: subjectsIn(records) }));
  const list = useObserved(stranded, () => stranded.list, []);
  useEffect(() => void stranded.look(), [stranded, stops]);
  const places = useObserved(desk, () => desk.drafts.places(), []);
  return (
    <>
      {places.map((place) => {
        const stop = stops?.find(({ wellId }) => wellId === place.wellId);
        if (stop === undefined || stranded.has(place)) return null;
        const said = daySheetTexts.typedOf(stop.wellName, formatDay(place.date));
        return (
          <LinkBox
            key={`${place.date} ${place.wellId}`}
            href={{
              pathname: '/wells/[wellId]/[day]',
              params: { wellId: place.wellId, day: place.date },
            }}
            label={said}
            style={[
              styles.link,
              { backgroundColor: colours['attention-soft'], borderColor: colours.attention },
            ]}
          >
            <Words colour="attention" style={styles.said}>
              {said}
            </Words>
            <Onward colour="attention" />
          </LinkBox>
        );
      })}
      {list.length > 0 && (
        <Stranded
          drafts={list}
          onDiscard={(draft) => {
            stranded.discard(draft);
          }}
        />
      )}
    </>
  );
}

interface StrandedProps {
  readonly drafts: readonly StrandedDraft[];
  readonly onDiscard: (draft: StrandedDraft) => void;
}

function Stranded({ drafts, onDiscard }: StrandedProps) {
  const words = useWords();
  const { draftTexts } = words;
  return (
    <Notice text={draftTexts.stranded(drafts.length)}>
      {drafts.map((draft) => {
        const { title, why, typed } = strandedSentences(words, draft);
        return (
          <View key={`${draft.kind} ${title} ${typed}`} style={styles.draft}>
            <Words>{`${title}. ${why}`}</Words>
            {typed !== '' && <Words colour="ink-muted">{typed}</Words>}
            <DiscardButton
              label={draftTexts.discardNamed(title)}
              onDiscard={() => {
                onDiscard(draft);
              }}
            />
          </View>
        );
      })}
    </Notice>
  );
}

const subjectsIn = (records: OfflineClient['records']) => ({
  well: async (id: string) => (await records.well(id)) ?? null,
  hasItem: async (id: string) => (await records.equipmentItem(id)) !== undefined,
});

const styles = StyleSheet.create({
  link: {
    minHeight: BUTTON_HEIGHT,
    flexDirection: 'row',
    alignItems: 'center',
    gap: 12,
    borderRadius: RADIUS,
    borderWidth: 1,
    paddingHorizontal: 16,
    paddingVertical: 10,
  },
  said: { flex: 1 },
  draft: { gap: GAP },
});
