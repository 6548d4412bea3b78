/** Takes a photo. It is looked at before it is kept. Where the camera can't be used, a file takes its place. */
import { useWords } from '@wellpulse/forms';
import { useCallback, useState } from 'react';
import { Image, Linking, Modal, StyleSheet, View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Title, Words } from '../../components/Words.tsx';
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
  const { controlTexts, fieldWords, phoneWords } = useWords();
  const { pictures, platform } = usePhone();
  const colours = useColours();
  const insets = useSafeAreaInsets();
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
    <Modal visible animationType="none" onRequestClose={close}>
      <View
        style={[
          styles.screen,
          {
            backgroundColor: colours.canvas,
            paddingTop: insets.top + 12,
            paddingBottom: Math.max(insets.bottom, 12),
          },
        ]}
      >
        <View style={styles.head}>
          <Title style={styles.title}>{fieldWords.takePhoto}</Title>
          <IconButton label={controlTexts.close} icon={<Icon name="close" />} onPress={close} />
        </View>
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
      </View>
    </Modal>
  );
}

const styles = StyleSheet.create({
  screen: { flex: 1, paddingHorizontal: GAP, gap: GAP },
  head: { flexDirection: 'row', alignItems: 'center', gap: 14 },
  title: { flex: 1 },
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
