/** Photos of a reading or a log, as far as this phone has them. */
import { useWords } from '@wellpulse/forms';
import { useState } from 'react';
import { Image, Pressable, StyleSheet, View } from 'react-native';
import { FullScreen } from '../../components/FullScreen.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Words } from '../../components/Words.tsx';
import { RADIUS, useColours } from '../../lib/theme.tsx';
import { usePicture } from './use-picture.ts';

export interface KeptPhotosProps {
  /** The hashes of their bytes. */
  readonly hashes: readonly string[];
  readonly label: string;
}

const SIDE = 96;

/** Thumbnails that open the whole photo. */
export function KeptPhotos({ hashes, label }: KeptPhotosProps) {
  const { photoTexts } = useWords();
  const [shown, setShown] = useState<string | null>(null);
  if (hashes.length === 0) return null;
  const placeOf = (sha256: string) => photoTexts.place(hashes.indexOf(sha256) + 1, hashes.length);
  return (
    <>
      <View role="list" aria-label={label} style={styles.list}>
        {hashes.map((sha256) => (
          <View key={sha256} role="listitem">
            <Thumbnail
              sha256={sha256}
              place={placeOf(sha256)}
              onOpen={() => {
                setShown(sha256);
              }}
            />
          </View>
        ))}
      </View>
      {shown !== null && (
        <WholePhoto
          sha256={shown}
          place={placeOf(shown)}
          onClose={() => {
            setShown(null);
          }}
        />
      )}
    </>
  );
}

interface ThumbnailProps {
  readonly sha256: string;
  readonly place: string;
  readonly onOpen: () => void;
}

function Thumbnail({ sha256, place, onOpen }: ThumbnailProps) {
  const { fieldWords, photoTexts } = useWords();
  const colours = useColours();
  const picture = usePicture(sha256);
  if (typeof picture !== 'object') {
    return (
      <View style={[styles.thumbnail, styles.elsewhere, { borderColor: colours['line-control'] }]}>
        {picture !== undefined && (
          <>
            <Icon name={picture === 'ELSEWHERE' ? 'cloudOff' : 'image'} colour="ink-muted" size={22} />
            <Words size="xs" colour="ink-muted" style={styles.centred}>
              {picture === 'ELSEWHERE' ? fieldWords.photoElsewhere : photoTexts.noPreview}
            </Words>
          </>
        )}
      </View>
    );
  }
  return (
    <Pressable role="button" aria-label={fieldWords.showPhoto(place)} onPress={onOpen}>
      <Image
        source={{ uri: picture.address }}
        style={[styles.thumbnail, { borderColor: colours.line }]}
        aria-hidden
      />
    </Pressable>
  );
}

interface WholePhotoProps {
  readonly sha256: string;
  readonly place: string;
  readonly onClose: () => void;
}

function WholePhoto({ sha256, place, onClose }: WholePhotoProps) {
  const { photoTexts } = useWords();
  const picture = usePicture(sha256);
  return (
    <FullScreen title={photoTexts.photo} below={place} onClose={onClose}>
      {typeof picture === 'object' && (
        <Image
          source={{ uri: picture.address }}
          accessibilityLabel={photoTexts.photo}
          resizeMode="contain"
          style={styles.picture}
        />
      )}
    </FullScreen>
  );
}

const styles = StyleSheet.create({
  list: { flexDirection: 'row', flexWrap: 'wrap', gap: 12 },
  thumbnail: { width: SIDE, height: SIDE, borderRadius: RADIUS, borderWidth: 1 },
  elsewhere: {
    borderWidth: 2,
    borderStyle: 'dashed',
    alignItems: 'center',
    justifyContent: 'center',
    padding: 4,
  },
  centred: { textAlign: 'center' },
  picture: { flex: 1 },
});
