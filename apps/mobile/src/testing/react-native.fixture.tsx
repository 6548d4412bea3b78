/**
 * React Native for the tests of screens: that of browsers, drawn without one. Each box and each thing to press is noted, with what it does:
 * a test types and presses by the names that people read.
 */
import { createRequire } from 'node:module';
import { createElement, type ComponentType } from 'react';
import { noteControl } from './screen.fixture.tsx';

/** It comes without types. */
const web = createRequire(import.meta.url)('react-native-web') as Record<string, ComponentType<object>>;
const noted = (name: string) => (props: object) => {
  noteControl(name, props);
  return createElement(web[name] ?? 'div', props);
};

export const Pressable = noted('Pressable');
export const TextInput = noted('TextInput');
export const {
  AccessibilityInfo,
  ActivityIndicator,
  AppState,
  Image,
  KeyboardAvoidingView,
  Linking,
  Platform,
  ScrollView,
  StatusBar,
  StyleSheet,
  Text,
  View,
  useColorScheme,
} = web;
/** A phone held upright, with text of its usual size. */
export const useWindowDimensions = () => ({ width: 360, height: 740, scale: 1, fontScale: 1 });
/** What stands in it is drawn where it is, so that a test reads it. */
export const Modal = ({ children }: { readonly children: object }) => children;
