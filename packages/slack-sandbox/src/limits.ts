/** Slack's numbers, each with where it comes from. Block Kit's own are in blocks/. */
export const limits = {
  /** https://docs.slack.dev/interactivity/handling-user-interaction — acknowledgement of anything delivered. */
  acknowledgementMilliseconds: 3_000,
  /** https://docs.slack.dev/surfaces/modals — "trigger_id expires in 3 seconds". */
  triggerMilliseconds: 3_000,
  /** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
  responseUrlUses: 5,
  responseUrlMilliseconds: 30 * 60_000,
  /** https://docs.slack.dev/surfaces/modals — "up to 3 views in the view stack". */
  modalStack: 3,
  /** https://docs.slack.dev/reference/methods/views.open — view_too_large: "greater than 250kb". */
  viewBytes: 250_000,
  /** https://docs.slack.dev/reference/methods/chat.postMessage — truncated above. */
  messageText: 40_000,
  /** https://docs.slack.dev/reference/methods/chat.update — msg_too_long above. */
  updateText: 4_000,
  /** https://docs.slack.dev/apis/events-api#retries — nearly immediately, after 1 minute, after 5 minutes. */
  eventRetryMilliseconds: [0, 60_000, 300_000],
  /** https://docs.slack.dev/apis/events-api/using-socket-mode — "up to 10 open WebSocket connections". */
  socketConnections: 10,
  /** The largest page of a list method; https://docs.slack.dev/apis/web-api/pagination */
  pageSize: 1_000,
  /** https://docs.slack.dev/authentication/installing-with-oauth — "it expires after 10 minutes". */
  codeMilliseconds: 10 * 60_000,
  /** https://docs.slack.dev/authentication/using-token-rotation — "43,200 seconds, which is 12 hours"; "a limit of 2 active tokens". */
  tokenSeconds: 43_200,
  tokensOfChain: 2,
  /** How many requests and deliveries the sandbox remembers. */
  traffic: 20_000,
} as const;
