/// <reference types="vite/client" />
/// <reference types="electron-vite/node" />
