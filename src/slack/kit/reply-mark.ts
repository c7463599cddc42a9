/**
 * Stands in the metadata of what is posted beside the outbox, and says nothing. A conversation in which no message of the app had any would
 * look like one whose metadata can't be read: nobody could tell then what was posted in it and what wasn't.
 * https://docs.slack.dev/messaging/message-metadata
 */
export const replyMark = { event_type: 'firstline_reply', event_payload: { kind: 'reply' } };
