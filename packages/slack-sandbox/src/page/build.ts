import { fileURLToPath } from 'node:url';

export interface PageFileBody {
  type: string;
  body: Uint8Array;
}

const contentTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * Builds the page in memory and answers its files by path, '/' being the document. Nothing is written to disk and
 * nothing is fetched. Throws ERR_MODULE_NOT_FOUND where the packages that build it were left out of the installation.
 */
export async function buildPage(): Promise<ReadonlyMap<string, PageFileBody>> {
  const { build } = await import('vite');
  const built = await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'silent',
    mode: 'production',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { write: false, target: 'esnext', modulePreload: { polyfill: false }, reportCompressedSize: false },
  });
  const files = new Map<string, PageFileBody>();
  for (const output of Array.isArray(built) ? built : [built]) {
    if (!('output' in output)) continue;
    for (const file of output.output) {
      const body = Buffer.from(file.type === 'chunk' ? file.code : file.source);
      const type = contentTypes[file.fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      files.set(file.fileName === 'index.html' ? '/' : `/${file.fileName}`, { type, body });
    }
  }
  return files;
}
