// Loaded before an app (`node --import`): what the app would ask of slack.com goes to the sandbox, so that an app that can't be told
// where Slack is runs unchanged. It works for clients that call the global fetch, as @slack/web-api does from version 8 on.
const slack = 'https://slack.com/api/';
const sandbox = process.env['SLACK_API_URL'];
if (sandbox === undefined || !URL.canParse(sandbox))
  throw new Error('Set SLACK_API_URL to the address that slack-sandbox prints, then start the app again.');

const direct = globalThis.fetch;

/** @type {typeof fetch} */
globalThis.fetch = (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  if (!url.startsWith(slack)) return direct(input, init);
  const there = new URL(url.slice(slack.length), sandbox);
  return input instanceof Request ? direct(new Request(there, input), init) : direct(there, init);
};
