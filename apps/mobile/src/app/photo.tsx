export { TakePhotoScreen as default } from '../features/photos/TakePhotoScreen.tsx';
