export { ConflictsScreen as default } from '../features/conflicts/ConflictsScreen.tsx';
