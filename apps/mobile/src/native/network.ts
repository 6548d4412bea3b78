import { addNetworkStateListener } from 'expo-network';

/** Calls `listen` with each change of the phone's own opinion. The function returned ends that. */
export function onNetworkChange(listen: (isOnline: boolean) => void): () => void {
  const subscription = addNetworkStateListener(({ isConnected }) => listen(isConnected === true));
  return () => subscription.remove();
}
