/** The page's files by path; `/` is the document. */
export type PageFiles = ReadonlyMap<string, { type: string; body: Uint8Array }>;

/** @throws the system's ERR_MODULE_NOT_FOUND where the packages that build the page were left out of the installation */
export async function checkPageCanBeBuilt(): Promise<void> {
  await import('vite');
}

/** Builds the page. Loaded only when wanted, as it brings the bundler with it. */
export async function loadPage(): Promise<PageFiles> {
  const { buildPage } = await import('../page/build.ts');
  return buildPage();
}
