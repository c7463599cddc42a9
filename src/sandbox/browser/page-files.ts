/** The page's files by path; `/` is the document. */
export type PageFiles = ReadonlyMap<string, { type: string; body: Uint8Array }>;

/** Builds the page. Loaded only when wanted, as it brings the bundler with it. */
export async function loadPage(): Promise<PageFiles> {
  const { buildPage } = await import('../page/build.ts');
  return buildPage();
}
