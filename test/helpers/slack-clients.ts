import { WebClient } from '@slack/web-api';

/** Clients of a Slack that nothing in the test calls. */
export function slackClients(): { slack: WebClient; sender: WebClient } {
  const slack = new WebClient('xoxb-unused');
  return { slack, sender: slack };
}
