/** Takes a photo. It is looked at before it is kept. Where the camera can't be used, a file takes its place. */
import { useWords } from '@wellpulse/forms';
import { useCallback, useState } from 'react';
import { Image, Linking, StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { FullScreen } from '../../components/FullScreen.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Words } from '../../components/Words.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { GAP, RADIUS, useColours, WIDEST } from '../../lib/theme.tsx';
import { CameraView } from '../../native/camera/CameraView';
import type { CameraTrouble, Picture } from '../../native/ports.ts';

export interface CameraScreenProps {
  readonly onKeep: (picture: Picture) => void;
  /** The person wants a file in place of the camera. */
  readonly onChoose: () => void;
  readonly onClose: () => void;
}

export function CameraScreen({ onKeep, onChoose, onClose }: CameraScreenProps) {
  const { fieldWords, phoneWords } = useWords();
  const { pictures, platform } = usePhone();
  const colours = useColours();
  const [take, setTake] = useState<(() => Promise<Picture>) | null>(null);
  const [taken, setTaken] = useState<Picture | null>(null);
  const [isTaking, setTaking] = useState(false);
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null);
  const ready = useCallback((ofCamera: () => Promise<Picture>) => {
    setTake(() => ofCamera);
  }, []);

  const takeNow = async () => {
    if (take === null) return;
    setTaking(true);
    // A camera that gives nothing is no better than none.
    const picture = await take().catch(() => null);
    setTaking(false);
    if (picture === null) setTrouble('NONE');
    else setTaken(picture);
  };
  const letGo = () => {
    if (taken !== null) pictures.forget(taken);
    setTaken(null);
    setTake(null);
  };
  const close = () => {
    letGo();
    onClose();
  };
  return (
    <FullScreen title={fieldWords.takePhoto} onClose={close}>
      <View style={[styles.picture, { backgroundColor: colours.sunken }]}>
        {trouble !== null ? (
          <View style={styles.trouble} role="alert">
            <Icon name="camera" colour="ink-muted" size={48} />
            <Words style={styles.centred}>
              {trouble === 'NONE'
                ? fieldWords.noCamera
                : platform === 'WEB'
                  ? phoneWords.cameraRefusedInBrowser
                  : phoneWords.cameraRefused}
            </Words>
          </View>
        ) : taken === null ? (
          <CameraView label={fieldWords.cameraPicture} onReady={ready} onTrouble={setTrouble} />
        ) : (
          <Image
            source={{ uri: taken.place }}
            accessibilityLabel={fieldWords.takenPicture}
            resizeMode="contain"
            style={styles.whole}
          />
        )}
      </View>
      <View style={styles.buttons}>
        {trouble !== null ? (
          <>
            {trouble === 'REFUSED' && platform !== 'WEB' && (
              <Button wide label={phoneWords.openSettings} onPress={() => void Linking.openSettings()} />
            )}
            <Button
              kind="PRIMARY"
              wide
              label={phoneWords.choosePhoto}
              icon={<Icon name="image" colour="accent-ink" />}
              onPress={onChoose}
            />
          </>
        ) : taken === null ? (
          <Button
            kind="PRIMARY"
            wide
            label={fieldWords.takeNow}
            busy={isTaking}
            disabled={take === null}
            icon={<Icon name="camera" colour="accent-ink" />}
            onPress={() => void takeNow()}
          />
        ) : (
          <>
            <Button wide label={fieldWords.takeAgain} onPress={letGo} />
            <Button
              kind="PRIMARY"
              wide
              label={fieldWords.keepPhoto}
              icon={<Icon name="done" colour="accent-ink" />}
              onPress={() => {
                onKeep(taken);
              }}
            />
          </>
        )}
      </View>
    </FullScreen>
  );
}

const styles = StyleSheet.create({
  picture: { flex: 1, borderRadius: RADIUS, overflow: 'hidden' },
  trouble: { flex: 1, alignItems: 'center', justifyContent: 'center', gap: 14, padding: GAP },
  centred: { textAlign: 'center' },
  whole: { flex: 1 },
  buttons: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    gap: GAP,
    width: '100%',
    maxWidth: WIDEST,
    alignSelf: 'center',
  },
});
