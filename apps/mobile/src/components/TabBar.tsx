import { useWords } from '@wellpulse/forms';
import type { Href } from 'expo-router';
import { StyleSheet, useWindowDimensions, View } from 'react-native';
import { useStatus } from '../lib/reads.ts';
import { BUTTON_HEIGHT, RADIUS, useColours } from '../lib/theme.tsx';
import { Icon } from './Icon.tsx';
import { LinkBox } from './LinkBox.tsx';
import type { IconName } from './icon-shapes.ts';
import { Words } from './Words.tsx';

export type TabName = 'route' | 'alerts' | 'sync' | 'device';

const TABS: readonly { readonly name: TabName; readonly href: Href; readonly icon: IconName }[] = [
  { name: 'route', href: '/', icon: 'route' },
  { name: 'alerts', href: '/alerts', icon: 'bell' },
  { name: 'sync', href: '/sync', icon: 'sync' },
  { name: 'device', href: '/device', icon: 'phone' },
];

/** The main screens, at the thumb. A figure says what waits for the person. */
export function TabBar({ here }: { readonly here: TabName }) {
  const { alertTexts, fieldWords, phoneWords } = useWords();
  const colours = useColours();
  const { fontScale } = useWindowDimensions();
  const status = useStatus();
  const names: Readonly<Record<TabName, string>> = {
    route: fieldWords.route,
    alerts: alertTexts.alerts,
    sync: phoneWords.syncTab,
    device: phoneWords.device,
  };
  const forPerson = status === undefined ? 0 : status.failedEvents + status.photosForPerson;
  return (
    <View role="navigation" style={styles.bar}>
      {TABS.map(({ name, href, icon }) => {
        const isHere = name === here;
        const colour = isHere ? 'accent-text' : 'ink-muted';
        return (
          <LinkBox
            key={name}
            href={href}
            replaces
            isHere={isHere}
            label={names[name]}
            style={[
              styles.tab,
              { flexBasis: LEAST_WIDTH * fontScale },
              isHere && {
                backgroundColor: colours['accent-soft'],
                // A browser that forces its colours shows no ground, and shows borders.
                borderColor: colours['accent-soft'],
                borderWidth: 2,
              },
            ]}
          >
            <View>
              <Icon name={icon} colour={colour} />
              {name === 'sync' && forPerson > 0 && (
                <View style={[styles.dot, { borderColor: colours.bad }]} aria-hidden />
              )}
            </View>
            <Words size="sm" bold={isHere} colour={colour}>
              {names[name]}
            </Words>
          </LinkBox>
        );
      })}
    </View>
  );
}

/** Of a tab, in pixels of text that nobody made larger. Tabs that have less stand below each other. */
const LEAST_WIDTH = 64;

const styles = StyleSheet.create({
  bar: { flexDirection: 'row', flexWrap: 'wrap', flex: 1, gap: 8 },
  tab: {
    flexGrow: 1,
    minHeight: BUTTON_HEIGHT,
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: RADIUS,
    gap: 2,
  },
  dot: { position: 'absolute', right: -4, top: -2, width: 12, height: 12, borderRadius: 6, borderWidth: 6 },
});
