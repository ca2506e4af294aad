import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// Pages are made on the server and carry no framework; each script that makes one quicker is built as a file of its own,
// which the site then serves as it serves any picture. The mode names the script.
export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'src/lib/generated/browser',
    emptyOutDir: false,
    copyPublicDir: false,
    modulePreload: false,
    rolldownOptions: {
      input: fileURLToPath(new URL(`src/lib/browser/${mode}.ts`, import.meta.url)),
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
  define: { 'process.env.NODE_ENV': '"production"' },
}));
