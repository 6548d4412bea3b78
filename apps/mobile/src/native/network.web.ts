/** Calls `listen` with each change of the browser's own opinion. The function returned ends that. */
export function onNetworkChange(listen: (isOnline: boolean) => void): () => void {
  const tell = (): void => listen(navigator.onLine);
  addEventListener('online', tell);
  addEventListener('offline', tell);
  return () => {
    removeEventListener('online', tell);
    removeEventListener('offline', tell);
  };
}
