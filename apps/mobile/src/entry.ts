/** The program starts here: the system may start it to sync alone, and then no screen is ever drawn (ADR 119). */
import '@expo/metro-runtime';
import './lib/background/sync-task.ts';
import 'expo-router/entry';
