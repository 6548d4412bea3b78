export { App as default } from '../features/App.tsx';
