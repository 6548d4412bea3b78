/** The photos of a form, one below the other, and the ways to add one. */
import { MAX_PHOTOS_PER_ENTRY } from '@wellpulse/contracts';
import { useWords } from '@wellpulse/forms';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Words } from '../../components/Words.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { useSession } from '../../lib/session.tsx';
import { GAP } from '../../lib/theme.tsx';
import type { Picture } from '../../native/ports.ts';
import { CameraScreen } from './CameraScreen.tsx';
import { PhotoRow } from './PhotoRow.tsx';
import type { Photos } from './use-photo-form.ts';

export interface PhotoBoxProps {
  readonly photos: Photos;
  /** Names of photos that were chosen before the form was closed, and were not stored. */
  readonly lost: readonly string[];
  /** The person came here to take a photo: the camera opens at once. */
  readonly opensCamera: boolean;
}

export function PhotoBox({ photos: form, lost, opensCamera }: PhotoBoxProps) {
  const { controlTexts, fieldWords, phoneWords, photoTexts, readingWords } = useWords();
  const { client, pictures } = usePhone();
  const { draftsKept } = useSession();
  const [isCamera, setCamera] = useState(opensCamera);
  const [leftOut, setLeftOut] = useState(0);
  const [isGiven, setGiven] = useState(true);
  const { photos, queue } = form;

  const add = (chosen: readonly Picture[]) => {
    const taken = chosen.slice(0, MAX_PHOTOS_PER_ENTRY - photos.length);
    setLeftOut(chosen.length - taken.length);
    for (const picture of chosen.slice(taken.length)) pictures.forget(picture);
    queue.add(taken);
  };
  const openCamera = async () => {
    // A phone may end the app while its camera is open: what is typed is on the disk before.
    await draftsKept();
    setCamera(true);
  };
  const choose = async () => {
    setCamera(false);
    await draftsKept();
    const chosen = await pictures.choose().catch(() => null);
    setGiven(chosen !== null);
    add(chosen ?? []);
  };
  return (
    <View role="group" aria-label={photoTexts.photos} style={styles.box}>
      <View style={styles.head}>
        <Words bold>{photoTexts.photos}</Words>
        <Words colour="ink-muted" figures>
          {photos.length === 0
            ? controlTexts.optional
            : photoTexts.countOf(photos.length, MAX_PHOTOS_PER_ENTRY)}
        </Words>
      </View>
      {photos.length > 0 && (
        <View role="list" aria-label={photoTexts.chosenPhotos} style={styles.list}>
          {photos.map((photo) => (
            <PhotoRow
              key={photo.id}
              photo={photo}
              onRetry={() => {
                queue.retry(photo.id);
              }}
              onRemove={() => {
                queue.remove(photo.id);
                if (photo.state === 'STORED') void client.photos.discard(photo.stored.photoId);
              }}
            />
          ))}
        </View>
      )}
      {photos.length < MAX_PHOTOS_PER_ENTRY && (
        <View style={styles.ways}>
          <Button
            wide
            label={fieldWords.takePhoto}
            icon={<Icon name="camera" />}
            onPress={() => void openCamera()}
          />
          <Button
            wide
            label={phoneWords.choosePhoto}
            icon={<Icon name="image" />}
            onPress={() => void choose()}
          />
        </View>
      )}
      {leftOut > 0 && <Notice alert text={photoTexts.leftOut(leftOut, MAX_PHOTOS_PER_ENTRY)} />}
      {!isGiven && <Notice alert text={phoneWords.photoNotGiven} />}
      {form.isWaiting && (
        <Words role="status" colour="ink-muted">
          {readingWords.savesWithPhotos(form.underWay.length)}
        </Words>
      )}
      {form.isHeldUp && (
        <Notice alert text={readingWords.heldUpByPhotos(form.failed.length)}>
          <Button
            label={readingWords.saveWithoutFailed}
            onPress={() => {
              form.saveWithoutFailed();
            }}
          />
        </Notice>
      )}
      {lost.length > 0 && <Notice tone="unknown" text={readingWords.choosePhotosAgain(lost.join(', '))} />}
      {isCamera && (
        <CameraScreen
          onKeep={(picture) => {
            setCamera(false);
            add([picture]);
          }}
          onChoose={() => void choose()}
          onClose={() => {
            setCamera(false);
          }}
        />
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  box: { gap: 12 },
  head: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    columnGap: 12,
  },
  list: { gap: GAP },
  ways: { flexDirection: 'row', flexWrap: 'wrap', gap: GAP },
});
