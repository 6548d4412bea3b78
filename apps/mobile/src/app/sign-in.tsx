export { SignInAgainScreen as default } from '../features/device/SignInAgainScreen.tsx';
