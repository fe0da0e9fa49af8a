import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The widget's script: one file of one address, because host pages name it. */
export default defineConfig({
  root: at('.'),
  publicDir: false,
  build: {
    outDir: at('../dist/widget/v1'),
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    rollupOptions: {
      input: at('main.ts'),
      output: { entryFileNames: 'berjubel.js', format: 'es', inlineDynamicImports: true },
    },
  },
});
