import { useWords } from '@wellpulse/forms';
import type { Href } from 'expo-router';
import { StyleSheet, View } from 'react-native';
import { Icon } from '../../components/Icon.tsx';
import type { IconName } from '../../components/icon-shapes.ts';
import { LinkBox } from '../../components/LinkBox.tsx';
import { Words } from '../../components/Words.tsx';
import { BUTTON_HEIGHT, RADIUS, useColours } from '../../lib/theme.tsx';

interface Action {
  readonly href: Href;
  readonly icon: IconName;
  /** Read aloud. */
  readonly label: string;
  /** In the little room that there is. */
  readonly text: string;
}

/** What people do beside the readings of their route, a tap away. */
export function QuickActions() {
  const { equipmentTexts, fieldWords, maintenanceTexts, photoTexts } = useWords();
  const colours = useColours();
  const actions: readonly Action[] = [
    { href: '/photo', icon: 'camera', label: fieldWords.takePhoto, text: photoTexts.photo },
    {
      href: '/equipment',
      icon: 'equipment',
      label: equipmentTexts.equipment,
      text: equipmentTexts.equipment,
    },
    { href: '/due', icon: 'due', label: maintenanceTexts.maintenanceDue, text: maintenanceTexts.due },
  ];
  return (
    <View style={styles.actions}>
      {actions.map(({ href, icon, label, text }) => (
        <LinkBox
          key={icon}
          href={href}
          label={label}
          style={[styles.action, { borderColor: colours.line, backgroundColor: colours.surface }]}
        >
          <Icon name={icon} colour="accent-text" />
          <Words size="base" bold>
            {text}
          </Words>
        </LinkBox>
      ))}
    </View>
  );
}

const styles = StyleSheet.create({
  // Large text takes a line for each.
  actions: { flexDirection: 'row', flexWrap: 'wrap', gap: 12 },
  action: {
    flexGrow: 1,
    minWidth: 80,
    minHeight: BUTTON_HEIGHT + 12,
    alignItems: 'center',
    justifyContent: 'center',
    gap: 4,
    borderRadius: RADIUS,
    borderWidth: 1,
    padding: 8,
  },
});
