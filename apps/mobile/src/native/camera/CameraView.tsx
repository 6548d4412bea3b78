import { nameOfPicture } from '@wellpulse/forms';
import { CameraView as ExpoCameraView, useCameraPermissions } from 'expo-camera';
import { useEffect, useRef } from 'react';
import { StyleSheet } from 'react-native';
import type { CameraViewProps } from '../ports.ts';
import { pictureAt } from './picture-at.ts';

/** JPEG's; the app compresses further what is still too large. */
const QUALITY = 0.85;

/** What the camera of this phone sees. The person is asked whether they allow it, once. */
export function CameraView({ label, onReady, onTrouble }: CameraViewProps) {
  const [permission, ask] = useCameraPermissions();
  const camera = useRef<ExpoCameraView>(null);
  useEffect(() => {
    if (permission === null || permission.granted) return;
    if (!permission.canAskAgain) onTrouble('REFUSED');
    else
      void ask().then(
        ({ granted }) => {
          if (!granted) onTrouble('REFUSED');
        },
        () => onTrouble('NONE'),
      );
  }, [permission, ask, onTrouble]);
  if (permission?.granted !== true) return null;
  const take = async () => {
    const time = new Date();
    const taken = await camera.current?.takePictureAsync({ quality: QUALITY, shutterSound: false });
    if (taken === undefined) throw new Error('The camera gave nothing');
    return { ...pictureAt(taken.uri, time.toISOString()), name: nameOfPicture(time) };
  };
  return (
    <ExpoCameraView
      ref={camera}
      style={styles.view}
      facing="back"
      accessibilityLabel={label}
      onCameraReady={() => onReady(take)}
      onMountError={() => onTrouble('NONE')}
    />
  );
}

const styles = StyleSheet.create({ view: { flex: 1 } });
