import type { RunningSandbox, TrafficEntry } from '@firstline/slack-sandbox';

/** Calls of a Web API method that reached the sandbox, oldest first. */
export function callsOf(sandbox: Pick<RunningSandbox, 'traffic'>, method: string): TrafficEntry[] {
  return sandbox.traffic.filter((entry) => entry.direction === 'to-slack' && entry.name === method);
}

/** What a person has in the DM with the app: the posts that really happened, whatever the bot believes. */
export function postsTo(sandbox: Pick<RunningSandbox, 'as'>, slackId: string): readonly string[] {
  return sandbox
    .as(slackId)
    .messages()
    .filter((message) => !message.ephemeral && message.userId !== slackId)
    .map((message) => message.text);
}
