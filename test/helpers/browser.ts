/** The browser of the sandbox's own tests. */
export { launchBrowser, noBrowser } from '../../packages/slack-sandbox/test/page/browser.ts';
