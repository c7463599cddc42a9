/** Who is at the keyboard and what they look at; it lives in the URL, so that a reload keeps it. */
export interface Place {
  /** A user id; undefined before anybody was chosen. */
  as?: string;
  /** 'home', 'messages' (the conversation with the app, before its id is known: where the page begins) or a conversation id. */
  where: string;
  /** The ts of the thread that stands open beside the messages. */
  thread?: string;
}

/** Reads `#/U123/D456`, `#/U123/home` or `#/U123/C456/1795…` (a thread). */
export function parsePlace(hash: string): Place {
  const [as, where, thread] = hash
    .replace(/^#\/?/, '')
    .split('/')
    .map((part) => decodeURIComponent(part));
  return { ...(as ? { as } : {}), where: where || (as ? 'home' : 'messages'), ...(thread ? { thread } : {}) };
}

/** The hash of a place; the opposite of `parsePlace`. */
export function formatPlace(place: Place): string {
  return `#/${[place.as ?? '', place.where, place.thread ?? '']
    .map((part) => encodeURIComponent(part))
    .join('/')
    .replace(/\/+$/, '')}`;
}
