import tailwindcss from '@tailwindcss/vite'
import babel from '@rolldown/plugin-babel'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** React Aria brings its words in 34 languages, 60 kB of the first view; the studio speaks one. */
function onlyEnglish(): Plugin {
  const foreign = /\/(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/
  return {
    name: 'only-english',
    enforce: 'pre',
    resolveId(source, importer, options) {
      if (!importer?.includes('react-aria') || !foreign.test(source)) return null
      return this.resolve(source.replace(foreign, '/en-US.mjs'), importer, { ...options, skipSelf: true })
    },
  }
}

export default defineConfig({
  plugins: [onlyEnglish(), react(), babel({ presets: [reactCompilerPreset()] }), tailwindcss()],
  build: { outDir: 'dist', target: 'es2023', sourcemap: false, manifest: true, chunkSizeWarningLimit: 6000 },
  worker: { format: 'es' },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], globalSetup: ['src/node/test-setup.test.util.ts'], testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 },
})
