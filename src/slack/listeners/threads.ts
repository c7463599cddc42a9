import { onPress } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import { openThreadsForm } from '../opening/threads-form.ts';
import { openThreads } from '../routes/threads.ts';

/** “The last 12 weeks”, from the Home tab and from messages. */
export const threadListeners: readonly Listener[] = [
  onPress(openThreads, ({ context, acting, place }) => openThreadsForm(context, acting, place)),
];
