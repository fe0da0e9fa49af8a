import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { omitDocumentTexts } from './build/omit-document-texts.ts';

const entry = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The pages' scripts and styles, one entry an area; names carry a hash, so that they may be cached for ever. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/assets/',
  publicDir: false,
  plugins: [omitDocumentTexts()],
  build: {
    outDir: 'dist/pages',
    emptyOutDir: true,
    assetsDir: '',
    manifest: 'manifest.json',
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: {
      input: {
        storefront: entry('storefront/main.ts'),
        seller: entry('seller/main.ts'),
        point: entry('point/main.ts'),
        city: entry('city/main.ts'),
        community: entry('community/main.ts'),
      },
    },
  },
});
