export { DueScreen as default } from '../features/equipment/DueScreen.tsx';
