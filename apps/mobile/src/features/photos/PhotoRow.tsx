import type { EventPhoto } from '@wellpulse/contracts';
import { useWords, type ChosenPhoto } from '@wellpulse/forms';
import type { ReactNode } from 'react';
import { ActivityIndicator, Image, StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Words } from '../../components/Words.tsx';
import { useSession } from '../../lib/session.tsx';
import { RADIUS, useColours } from '../../lib/theme.tsx';
import { usePicture } from './use-picture.ts';

export interface PhotoRowProps {
  readonly photo: ChosenPhoto<EventPhoto>;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}

const SIDE = 84;

/** A photo of a form: what is kept of it, or what is in its way. */
export function PhotoRow({ photo, onRetry, onRemove }: PhotoRowProps) {
  const words = useWords();
  const { controlTexts, fieldWords, photoTexts } = words;
  const colours = useColours();
  const { company } = useSession();
  const isStored = photo.state === 'STORED';
  const sizeBytes = isStored ? photo.stored.sizeBytes : photo.sizeBytes;
  const takenAt = isStored ? (photo.stored.takenAt ?? null) : photo.takenAt;
  const facts = [
    sizeBytes === null ? null : words.formatBytes(sizeBytes),
    takenAt === null ? null : photoTexts.takenAt(words.formatInstant(takenAt, company.timeZone)),
    photo.distanceFeet === null ? null : photoTexts.fromTheWell(words.formatFeet(photo.distanceFeet)),
  ].filter((fact) => fact !== null);
  return (
    <View
      role="listitem"
      aria-label={photo.name}
      style={[styles.row, { borderColor: colours.line, backgroundColor: colours.surface }]}
    >
      <View style={styles.line}>
        {isStored ? (
          <Kept sha256={photo.stored.sha256} />
        ) : (
          <Frame>
            {photo.state === 'FAILED' ? (
              <Icon name="warning" colour="bad" />
            ) : (
              <ActivityIndicator color={colours.ink} />
            )}
          </Frame>
        )}
        <View style={styles.said}>
          {photo.state === 'FAILED' ? (
            <Words role="alert" bold colour="bad">
              {photo.message}
            </Words>
          ) : (
            <Words bold colour={isStored ? 'good' : 'ink'}>
              {isStored ? fieldWords.saved : photoTexts.preparing}
            </Words>
          )}
          {facts.length > 0 && (
            <Words size="base" colour="ink-muted" figures>
              {facts.join(' · ')}
            </Words>
          )}
        </View>
        <IconButton label={photoTexts.remove(photo.name)} icon={<Icon name="close" />} onPress={onRemove} />
      </View>
      {photo.state === 'FAILED' && photo.mayRetry && (
        <Button label={controlTexts.tryAgain} onPress={onRetry} />
      )}
    </View>
  );
}

function Kept({ sha256 }: { readonly sha256: string }) {
  const picture = usePicture(sha256);
  return typeof picture === 'object' ? (
    <Image source={{ uri: picture.address }} style={styles.picture} aria-hidden />
  ) : (
    <Frame>
      <Icon name="image" colour="ink-muted" />
    </Frame>
  );
}

function Frame({ children }: { readonly children: ReactNode }) {
  const colours = useColours();
  return <View style={[styles.picture, { backgroundColor: colours.sunken }]}>{children}</View>;
}

const styles = StyleSheet.create({
  row: { borderWidth: 1, borderRadius: RADIUS, padding: 12, gap: 12 },
  line: { flexDirection: 'row', alignItems: 'center', gap: 14 },
  said: { flex: 1, gap: 2 },
  picture: {
    width: SIDE,
    height: SIDE,
    borderRadius: RADIUS / 2,
    alignItems: 'center',
    justifyContent: 'center',
  },
});
