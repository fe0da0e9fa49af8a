import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The GraphiQL page with its editor and workers, whole: nothing comes from another host. Names carry a hash. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/graphiql/',
  publicDir: false,
  build: {
    outDir: fileURLToPath(new URL('../dist/graphiql', import.meta.url)),
    emptyOutDir: true,
    assetsDir: '',
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The editor is large by nature, and for developers only.
    chunkSizeWarningLimit: 10_000,
    rollupOptions: {
      // React libraries mark their files for servers, which means nothing here.
      onwarn(warning, warn) {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  worker: { format: 'es' },
});
