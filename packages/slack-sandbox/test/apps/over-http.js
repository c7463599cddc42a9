// Slack's template runs by Socket Mode. These lines put the same listeners behind a request URL.
import bolt from '@slack/bolt';
import registerListeners from './listeners/index.js';

const app = new bolt.App({ token: process.env.SLACK_BOT_TOKEN, signingSecret: process.env.SLACK_SIGNING_SECRET });
registerListeners(app);
await app.start(Number(process.env.PORT));
console.log('Bolt app is running');
