export { SyncScreen as default } from '../../features/sync/SyncScreen.tsx';
