export { HandoverScreen as default } from '../features/sync/HandoverScreen.tsx';
